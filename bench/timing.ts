/**
 * Times of candidates in one interleaved run: every round times each candidate once, so that a busy moment of the
 * machine hits all of them; the median of the rounds is the answer. CPU time, start-up and warm-up excluded.
 */

/** Work to time; its result is kept, so that it cannot be left out. */
export type Candidate = () => unknown;

const cpuMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const kept: unknown[] = [undefined];

const elapsed = (run: Candidate, times: number): number => {
  const start = cpuMilliseconds();
  for (let i = 0; i < times; i += 1) kept[0] = run();
  return cpuMilliseconds() - start;
};

/** Milliseconds of calls before the first sample: code is compiled while it runs, and again when it has run long. */
const warmUp = 400;

/** How many calls fill about `sample` milliseconds, found by doubling while the code warms up. */
const callsFor = (run: Candidate, sample: number): number => {
  let spent = 0;
  for (let times = 1; ; times *= 2) {
    const taken = elapsed(run, times);
    spent += taken;
    if (spent >= warmUp) return Math.max(1, Math.round((times * sample) / taken));
  }
};

/** The middle value. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
};

/** Milliseconds of CPU time per call of each candidate: medians of `rounds` interleaved samples. */
export const interleaved = (candidates: readonly Candidate[], rounds = 7, sample = 20): readonly number[] => {
  const calls = candidates.map((run) => callsFor(run, sample));
  const samples: number[][] = candidates.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [i, run] of candidates.entries()) {
      const times = calls[i] ?? 1;
      samples[i]?.push(elapsed(run, times) / times);
    }
  return samples.map(median);
};
