import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Definitions, Parameter } from '../../src/solve/method.ts';
import { methods } from '../../src/solve/methods/methods.ts';
import { schedules } from '../../src/solve/schedules/schedules.ts';

const rows = readFileSync('docs/rubrics.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'));

const rowOf = (name: string): string => rows.find((row) => row.startsWith(`| \`${name}\` |`)) ?? 'no row';

const spelled = ({ symbol, default: usual }: Parameter): string => `\`${[symbol, usual].filter(Boolean).join(' ')}\``;

const written = (definitions: Definitions): readonly string[] =>
  Object.entries(definitions).map(([left, right]) => `\`${left} = ${right}\``);

describe('docs/rubrics.md', () => {
  it.each(methods.map((method) => [method.name, method] as const))('shows what %s takes and does', (name, method) => {
    const { parameters, definitions } = method;
    const inWords = typeof definitions === 'function';
    for (const part of [...parameters.map(spelled), ...(inWords ? [] : written(definitions))])
      expect(rowOf(name)).toContain(part);
  });

  it.each(schedules.map((schedule) => [schedule.name, schedule] as const))(
    'shows the schedule %s',
    (name, schedule) => {
      for (const part of [...schedule.parameters.map(spelled), ...written(schedule.definitions)])
        expect(rowOf(name)).toContain(part);
    },
  );
});
