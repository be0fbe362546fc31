const longest = 80;

/** What every file system takes: letters, digits, `.`, `_`, `-`; no leading dot; not the name of a DOS device. */
const plainName = (student: string): string => {
  const letters = student
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  const short = [...letters].slice(0, longest).join('') || 'submission';
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) ? `_${short}` : short;
};

/**
 * Gives each student's page a file name of its own, `ada.html`, `ada-2.html`, whatever the students are called and
 * whether or not the file system tells capitals apart. The same order of students gives the same names.
 */
export const pageNames = (): ((student: string) => string) => {
  const taken = new Set<string>();
  return (student) => {
    const base = plainName(student);
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base}-${n}`;
    taken.add(name.toLowerCase());
    return `${name}.html`;
  };
};
