import { join, relative } from 'node:path';
import * as core from '@actions/core';
import type { Notice } from '../model/notice.ts';
import type { Place } from '../model/place.ts';
import type { Annotation, Level } from '../report/annotations.ts';
import { visible } from '../report/visible.ts';

const say: Readonly<Record<Level, typeof core.error>> = {
  error: core.error,
  warning: core.warning,
  notice: core.notice,
};

/** The path from where the workflow runs, as GitHub looks files up; without cell or page. */
const pathOf = (file: string, folder = ''): string =>
  visible(relative('', join(folder, file.replace(/#(cell|page)\d+$/, ''))));

const at = ({ file, line, column }: Place, folder?: string): core.AnnotationProperties => ({
  file: pathOf(file, folder),
  startLine: line,
  startColumn: column,
});

/** Writes a workflow command. Its text holds no line end (`visible`), and the toolkit escapes `%`, `:` and `,`. */
export const annotate = ({ level, title, message, place }: Annotation, folder?: string): void => {
  say[level](message, { title, ...(place ? at(place, folder) : {}) });
};

/** A complaint about the rubric or a file, at its line. */
export const annotateNotice = ({ severity, message, place }: Notice): void => {
  say[severity === 'note' ? 'notice' : severity](visible(message), place ? at(place) : {});
};
