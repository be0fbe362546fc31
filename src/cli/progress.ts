import type { Terminal } from './terminal.ts';

/** So many submissions are done before anyone wonders. */
const handful = 5;

/** Milliseconds after which somebody who waits wonders. */
const patience = 1000;

/** One line on standard error once a run takes longer than a second; silent where nobody watches. */
export const lateProgress = (terminal: Terminal, total: number): { step: (name: string) => void; end: () => void } => {
  const started = performance.now();
  let [done, shown] = [0, false];
  return {
    step: (name) => {
      done += 1;
      if (!terminal.watched || performance.now() - started < patience) return;
      shown = true;
      terminal.err(`\r\u001b[2K${done} of ${total} solved: ${name}`);
    },
    end: () => {
      if (shown) terminal.err('\r\u001b[2K');
    },
  };
};

/** One line on standard error that says how far a run is; silent for a handful, and where nobody watches. */
export const progress = (terminal: Terminal, total: number): { step: (name: string) => void; end: () => void } => {
  if (!terminal.watched || total <= handful) return { step: () => {}, end: () => {} };
  let done = 0;
  return {
    step: (name) => {
      done += 1;
      terminal.err(`\r\u001b[2K${done} of ${total} graded: ${name}`);
    },
    end: () => terminal.err('\r\u001b[2K'),
  };
};
