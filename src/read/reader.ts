import type { Document } from '../model/document.ts';
import type { SubmittedFile } from '../model/submission.ts';
import type { Decoded } from './source/decode.ts';

/** One file to be read, and what was handed in beside it. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its text; for a binary file whatever its bytes say as Latin-1. */
  readonly decoded: Decoded;
  /** Every file of the submission by name, for `\input`. */
  readonly beside: ReadonlyMap<string, SubmittedFile>;
}

/** One format. A reader never throws on what a student wrote: it reads what it can and notes the rest. */
export interface Reader {
  readonly name: string;
  /** With the dot, lower case; they break ties only, the content decides. */
  readonly extensions: readonly string[];
  /** How sure the content makes it, from 0 (certainly not) to 1 (certainly). */
  readonly recognises: (source: Source) => number;
  readonly read: (source: Source) => Document | Promise<Document>;
}

/** A reader that needs no waiting. */
export interface TextReader extends Reader {
  readonly read: (source: Source) => Document;
}
