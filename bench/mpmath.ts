/** Times of mpmath, where Debian's python3-mpmath is installed. Python times itself, so its start-up is excluded. */
import { execFileSync } from 'node:child_process';
import { median } from './timing.ts';

const python = (program: string): string | undefined => {
  try {
    return execFileSync('/usr/bin/python3', ['-c', program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
};

const timed = (setup: string, call: string, times: number): string => `
import time
${setup}
def run(): ${call}
run()
start = time.process_time()
for _ in range(${times}): run()
print((time.process_time() - start) * 1000 / ${times})`;

/**
 * Milliseconds of CPU time for one `call` after `setup`, the median of three processes; `undefined` without mpmath.
 * Both are lines of Python; `call` is one expression.
 */
export const mpmathTime = (setup: string, call: string, times: number): number | undefined => {
  const runs = [0, 1, 2].map(() => python(timed(`import mpmath\n${setup}`, call, times)));
  const found = runs.filter((run) => run !== undefined).map(Number);
  return found.length > 0 ? median(found) : undefined;
};
