/**
 * Every match of a pattern with the flag `g`, as `matchAll` has them. That copies the pattern for each text, which costs
 * more than the search where a long pattern is asked of sentence after sentence.
 */
export const matches = (pattern: RegExp, text: string): readonly RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
};
