import { describe, expect, test } from 'vitest';
import { answer, worldWith } from './assignment.ts';

// W_1 (3, 4) = (2, 7, 4) and W_2 (2, 7, 4) = 4 − 7 + 12 = 9.
describe('layers of different sizes', () => {
  test('are told apart by their index', () => {
    const world = worldWith(`given:
  W_1: "[[2, -1], [1, 1], [0, 1]]"
  W_2: "[[2, -1, 3]]"
  h: W_1 (3, 4)
  y: W_2 h
  L: (y - 1)^2`);
    expect(answer(world, 'h')).toBe('(2, 7, 4)');
    expect(answer(world, 'y')).toBe('9');
    // 2 (9 − 1) (2, −1, 3)ᵀ (3, 4)
    expect(answer(world, '∂L/∂W_1')).toBe('[96, 128; -48, -64; 144, 192]');
    expect(answer(world, '∂L/∂W_2')).toBe('[32, 112, 64]');
  });

  test('stand before brackets without becoming functions', () => {
    const world = worldWith(`given:
  V: "[[2, -1], [1, 1]]"
  y: V (3, 4)
  L: y_1^2 + y_2^2`);
    // 2 V x xᵀ with V x = (2, 7)
    expect(answer(world, '∂L/∂V')).toBe('[12, 16; 42, 56]');
  });

  test('pass through one recurrence', () => {
    const world = worldWith(`given:
  W_1: "[[2, -1], [1, 1], [0, 1]]"
  W_2: "[[2, -1, 3]]"
  h_0: (3, 4)
  h_{k+1}: W_{k+1} h_k`);
    expect(answer(world, 'h_1')).toBe('(2, 7, 4)');
    expect(answer(world, 'h_2')).toBe('9');
  });
});
