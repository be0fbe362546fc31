import type { AddCommand } from '../door.ts';
import { lint } from './lint.ts';

/** Every command, in the order of `rederive --help`. */
export const commands: readonly AddCommand[] = [lint];
