import type { Place } from '../model/place.ts';
import { placeText } from './place-text.ts';
import type { ShownGrade, ShownItem, Status } from './shown.ts';
import { statusWords } from './status-words.ts';
import { visible } from './visible.ts';

export type Level = 'error' | 'warning' | 'notice';

/** A remark at a line of a file, as GitHub shows it beside the code. */
export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly student: string;
  readonly place?: Place;
}

/** What is worth a remark, and how loud. A missing answer has no line and is left to the report. */
const levels: Partial<Readonly<Record<Status, Level>>> = {
  wrong: 'error',
  carried: 'warning',
  unreadable: 'warning',
  review: 'notice',
};

/** GitHub shows ten of each level a step and drops the rest in silence. */
const budget = 10;

const sentence = (item: ShownItem): string => {
  const why = [...item.findings.map(({ message }) => message), ...(item.reason === undefined ? [] : [item.reason])];
  return visible(why.join(' ') || statusWords[item.status].meaning);
};

const remarks = (grade: ShownGrade): Annotation[] =>
  grade.items.flatMap((item) => {
    const level = levels[item.status];
    if (!level || !item.place) return [];
    const title = visible(`${item.id}: ${statusWords[item.status].word}`);
    return [{ level, title, message: sentence(item), student: grade.student, place: item.place }];
  });

/** Within the budget: the last of a level that has too many says how many more there are. */
const rationed = (all: readonly Annotation[]): readonly Annotation[] => {
  const [first] = all;
  if (!first || all.length <= budget) return all;
  const rest = all.slice(budget - 1);
  const where = [...new Set(rest.map(({ place }) => (place ? placeText(place) : '')))].slice(0, 3).join(', ');
  const more = {
    level: first.level,
    title: `${rest.length} more in the report`,
    message: `Next: ${visible(where)}`,
    student: '',
  };
  return [...all.slice(0, budget - 1), more];
};

/** The remarks of a run, loudest first, never more than GitHub shows. */
export const annotations = (grades: readonly ShownGrade[]): readonly Annotation[] => {
  const all = grades.flatMap(remarks);
  const levelsInOrder: readonly Level[] = ['error', 'warning', 'notice'];
  return levelsInOrder.flatMap((level) => rationed(all.filter((each) => each.level === level)));
};
