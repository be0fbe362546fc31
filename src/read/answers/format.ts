import { draft, finish } from '../draft/draft.ts';
import { lineAt } from '../markdown/blocks.ts';
import type { TextReader } from '../reader.ts';
import { walkOver } from '../scan/walk.ts';
import { readAnswers } from './answers.ts';

/** Whether the first line that is neither empty, a comment nor a rule is `answers:`. */
const isHeaded = (text: string): boolean => {
  let at = 0;
  for (let passed = 0; passed < 100 && at <= text.length; passed += 1) {
    const line = lineAt(text, at);
    if (!/^\s*(?:#.*|---)?\s*$/.test(line)) return /^answers[ \t]*:[ \t\r]*$/i.test(line);
    at += line.length + 1;
  }
  return false;
};

const itemLine = /^\s*["']?[\p{L}\d]+(?:\.[\p{L}\d_-]+)+["']?\s*:\s/u;

/** `2.2.1: x_1 = 3.55, y_1 = 0.2`: a section with its own formulas, no value of an item. */
const sectionLine = /^\s*\d+(?:\.\d+)*\s*:[^\n]*[=≈]/u;

/** The share of lines that file a value under an item's id: `2.2.1.x3: 2.871375`. */
const shareOfItems = (text: string): number => {
  if (!text.includes(':')) return 0;
  const lines = text.split('\n', 500);
  const items = lines.filter((line) => line.includes(':') && itemLine.test(line) && !sectionLine.test(line));
  if (items.length === 0) return 0;
  return items.length / lines.filter((line) => line.trim() !== '' && !/^\s*#/.test(line)).length;
};

const sheetName = /\.(?:ya?ml|answers)$/i;

const entryLine = /^\s*["']?[\p{L}\d][\p{L}\d._-]*["']?\s*:(?:\s|$)/u;

/** A YAML file of nothing but `key: value`. */
const isOfEntries = (text: string): boolean => {
  const lines = text.split('\n', 500).filter((line) => !/^\s*(?:#.*)?$/.test(line));
  return lines.length > 0 && lines.every((line) => entryLine.test(line));
};

/** A file that is an answer sheet from end to end: with a heading `answers:` or without. */
export const answerSheetReader: TextReader = {
  name: 'answer-sheet',
  extensions: ['.yaml', '.yml', '.answers'],
  recognises: ({ name, decoded }) => {
    const head = decoded.text.slice(0, 50_000);
    if (/^---[ \t\r]*\n[\s\S]*\n---/.test(head)) return 0;
    if (isHeaded(head)) return 0.95;
    return shareOfItems(head) >= 0.8 || (sheetName.test(name) && isOfEntries(head)) ? 0.9 : 0;
  },
  read: ({ name, decoded }) => {
    const into = draft(name, decoded.encoding);
    const { text } = decoded;
    into.sources.push({ file: name, text });
    readAnswers(walkOver(into, name, text, 'markdown'), 0, text.length, isHeaded(text) ? 'answers' : undefined);
    return finish(into, 'answer-sheet');
  },
};
