import type { AddCommand } from '../door.ts';
import { check } from './check.ts';
import { evaluation } from './eval.ts';
import { grade } from './grade.ts';
import { init } from './init.ts';
import { judge } from './judge.ts';
import { lint } from './lint.ts';
import { solve } from './solve.ts';
import { test } from './test.ts';

/** Every command, in the order of `rederive --help`. */
export const commands: readonly AddCommand[] = [grade, check, solve, evaluation, lint, test, judge, init];
