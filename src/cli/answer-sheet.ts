import type { Submission } from '../model/submission.ts';

const encoder = new TextEncoder();

/** A submission that files each answer under its item's id, as an answer sheet does. */
export const answerSheet = (answers: Readonly<Record<string, string>>): Submission => {
  const lines = Object.entries(answers).map(([id, answer]) => `  "${id}": ${answer.replaceAll('\n', ' ')}`);
  const text = `---\nanswers:\n${lines.join('\n')}\n---\n`;
  return { student: 'example', files: [{ name: 'answers.md', bytes: encoder.encode(text) }] };
};
