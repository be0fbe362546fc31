/** `%PDF-` within the first kilobyte, as readers of PDF take it. */
export const isPdf = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, 1024);
  for (let at = head.indexOf(37); at >= 0; at = head.indexOf(37, at + 1))
    if (head[at + 1] === 80 && head[at + 2] === 68 && head[at + 3] === 70 && head[at + 4] === 45) return true;
  return false;
};
