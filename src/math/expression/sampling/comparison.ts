/** The answer to whether two expressions are equal. */
import type { Exact } from '../../number/exact.ts';
import type { Field } from '../evaluation/run.ts';
import type { Scope } from '../scope.ts';
import type { Value } from '../value.ts';
import type { Domain } from './points.ts';

/** A point, and what both sides are there. */
export interface Witness {
  readonly point: ReadonlyMap<string, Exact>;
  readonly left: Value;
  readonly right: Value;
}

export interface Comparison {
  /** `undefined` where it could not be decided; `reason` says why. */
  readonly equal: true | false | undefined;
  /**
   * `exact` by algebra on rational functions, with a chance of error below 2^−60; `certified` by proven enclosures, a
   * proven identity or a zero bound; `sampled` where the sides agreed at every point tried.
   */
  readonly decided: 'exact' | 'certified' | 'sampled';
  readonly witness?: Witness;
  readonly reason?: string;
  /**
   * For `sampled`: a bound on the chance that different expressions of this size agree at all points, the difference
   * having no more zeros on a line than the expressions have nodes.
   */
  readonly chance?: number;
  /** Whether the first is defined at more points than the second, or at fewer, where that was seen. */
  readonly domain?: 'same' | 'wider' | 'narrower' | 'other';
}

export interface EqualityOptions {
  /** Where names lie, by name. Without an entry: real numbers of both signs. */
  readonly domain?: Readonly<Record<string, Domain>>;
  /** Definitions of functions and values of names. */
  readonly scope?: Scope;
  /** Whether names stand for real or for complex numbers. */
  readonly field?: Field;
  /** Points to try at most. */
  readonly budget?: number;
}
