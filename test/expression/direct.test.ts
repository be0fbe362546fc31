import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, valueOnce } from '../../src/math/expression/compile.ts';
import { startRun } from '../../src/math/expression/evaluation/start.ts';
import { formula } from './arbitrary.ts';
import { scopeOf } from './scope.ts';

const scope = scopeOf({ x: '3', y: '-1/2', a: '0.75', 'x_{1}': '2', 'v_{2}': '(1, 2)' }, [['f', ['t'], 't^2 - t/3']]);

test('a formula that is walked has the value of its code', () => {
  fc.assert(
    fc.property(formula(4), fc.constantFrom('real' as const, 'complex' as const), (e, field) => {
      const run = () => startRun(scope, 160, field);
      expect(valueOnce(e, run())).toEqual(compile(e, scope.function)(run()));
    }),
    { numRuns: 2000 },
  );
});
