import { choiceJudge } from './choice.ts';
import { derivationJudge } from './derivation.ts';
import { figureJudge } from './figure.ts';
import type { ItemJudge } from './item-judge.ts';
import { keywordsJudge } from './keywords.ts';
import { statementJudge } from './statement.ts';
import { valueJudge } from './value.ts';

/** One judge for every kind of `ask`. */
export const itemJudges: readonly ItemJudge[] = [
  valueJudge,
  derivationJudge,
  statementJudge,
  figureJudge,
  choiceJudge,
  keywordsJudge,
];
