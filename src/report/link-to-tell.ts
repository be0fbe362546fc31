import type { ShownItem, ShownLink } from './shown.ts';

/** The false step of an item as a sentence tells it: without the values that a finding beside it has told already. */
export const linkToTell = ({ broken, findings }: ShownItem): ShownLink | undefined => {
  if (broken?.leftValue === undefined || broken.rightValue === undefined) return broken;
  const { leftValue, rightValue, ...bare } = broken;
  const isTold = findings.some(({ message }) => message.includes(leftValue) && message.includes(rightValue));
  return isTold ? bare : broken;
};
