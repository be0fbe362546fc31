import * as core from '@actions/core';
import { Unusable } from '../batch/unusable.ts';
import { type Exact, exact } from '../math/number/exact.ts';

export interface Inputs {
  readonly rubric: string;
  /** Files or folders, one a line. */
  readonly submissions: readonly string[];
  readonly failUnder?: Exact;
  /** Where the reports go. */
  readonly out: string;
}

const points = (text: string): Exact | undefined => {
  if (text === '') return undefined;
  if (!/^\d{1,9}(\.\d{1,9}|\/[1-9]\d{0,8})?$/.test(text))
    throw new Unusable(`fail-under is “${text}”; give points, such as 40, 2.5 or 2/3`);
  return exact(text);
};

/** The inputs of action.yml. Throws Unusable where one is missing or not what it should be. */
export const readInputs = (): Inputs => {
  const rubric = core.getInput('rubric');
  const submissions = core.getMultilineInput('submissions');
  if (rubric === '' || submissions.length === 0)
    throw new Unusable('the inputs rubric and submissions are both needed; see action.yml');
  const failUnder = points(core.getInput('fail_under'));
  return { rubric, submissions, out: core.getInput('out') || 'reports', ...(failUnder ? { failUnder } : {}) };
};
