/** Which of a folder's loose files belong together. */
import type { SubmittedFile } from '../model/submission.ts';

/** The name of a file without its extension. */
export const stem = (name: string): string => name.replace(/(?!^)\.[A-Za-z0-9]{1,10}$/, '');

/** What one student handed in among the loose files of a folder. */
export interface Work {
  readonly name: string;
  readonly files: readonly SubmittedFile[];
  /** `main`, `homework3`: the file is called after what it is, not after who wrote it. */
  readonly isNamedAfterTask: boolean;
}

const taskName =
  /^(?:main|index|report|submission|answers?|solutions?|hw|homework|assignment|problem[ _-]?set|ps|notebook|untitled|document)[ _-]?\d*$/i;

/** So much of a file is looked through for the names of others. */
const farthest = 1_000_000;

const mention =
  /\\(?:input|include|subfile|includegraphics)\s*(?:\[[^\]]{0,300}\])?\s*\{([^{}\n]{1,300})\}|!\[[^\]\n]{0,300}\]\(([^()\s]{1,300})\)/g;

/** The files that a text shows or inputs, as it names them: `plot.png`, `chapter` or `chapter.tex`. */
const mentionsIn = ({ name, bytes }: SubmittedFile): readonly string[] => {
  if (!/\.(?:tex|md|markdown|rmd|txt)$/i.test(name)) return [];
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, farthest));
  return [...text.matchAll(mention)].map(([, inTex, inMarkdown]) => (inTex ?? inMarkdown ?? '').replace(/^\.\//, ''));
};

/** Stems that belong together, each told by one of them. */
class Groups {
  readonly #owners = new Map<string, string>();

  rootOf(name: string): string {
    let at = name;
    for (let above = this.#owners.get(at); above !== undefined; above = this.#owners.get(at)) at = above;
    return at;
  }

  join(part: string, whole: string): void {
    const [inner, outer] = [this.rootOf(part), this.rootOf(whole)];
    if (inner !== outer) this.#owners.set(inner, outer);
  }
}

/** Files of one name, `ada.tex` and `ada.pdf`, are one work; so is what a text inputs or shows with the text. */
export const worksOf = (files: readonly SubmittedFile[]): readonly Work[] => {
  const known = new Map(files.flatMap(({ name }) => [[name, stem(name)] as const, [stem(name), stem(name)] as const]));
  const groups = new Groups();
  for (const file of files) {
    for (const named of mentionsIn(file)) {
      const other = known.get(named);
      if (other !== undefined) groups.join(other, stem(file.name));
    }
  }
  const works = new Map<string, SubmittedFile[]>();
  for (const file of files) {
    const name = groups.rootOf(stem(file.name));
    const own = works.get(name);
    if (own) own.push(file);
    else works.set(name, [file]);
  }
  return [...works].map(([name, own]) => ({ name, files: own, isNamedAfterTask: taskName.test(name) }));
};
