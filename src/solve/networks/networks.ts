import { denseLayer } from './dense-layer.ts';
import type { Network } from './network.ts';
import { rnn } from './rnn.ts';

/** Every model that a rubric's `world:` can name. */
export const networks: readonly Network[] = [rnn, denseLayer];
