/**
 * What a cell of program text shows: the arguments of its `print`, or the expression it ends in. Nothing is run; the names
 * that stand there are those of the values in the output below, in order.
 *
 *     print(k, x, y)      print(f"{k}: {x:.4f}")      np.linalg.det(A)      A @ B
 */

/** A `print` with its arguments. */
export interface Print {
  readonly args: readonly string[];
  /** It stands inside a loop, a condition or a function: it may print many lines. */
  readonly isIndented: boolean;
}

export interface Shown {
  readonly prints: readonly Print[];
  /** The last line, where it is an expression: its parts. */
  readonly last: readonly string[];
}

/** Longer programs are none that print a few results. */
const longest = 20_000;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Cuts at commas outside of brackets and strings. */
const splitArguments = (text: string): readonly string[] => {
  const parts: string[] = [];
  const open: string[] = [];
  let [from, quote] = [0, ''];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (closing[sign]) open.push(closing[sign]);
    else if (sign === open.at(-1)) open.pop();
    else if (sign === ',' && open.length === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
};

/** `{x:.4f}` and `{y}` of a format string. */
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}:!=]{1,60})(?:[:!][^{}]*)?\}/g)].map(([, inner = '']) => inner.trim());

const isString = (text: string): boolean => /^[rbu]?["']/i.test(text);

const argumentsOf = (text: string): readonly string[] =>
  splitArguments(text).flatMap((one) => {
    if (/^f["']/i.test(one)) return placeholders(one);
    return isString(one) || /^\w+\s*=(?!=)/.test(one) ? [] : [one];
  });

const print = /^(?<indent>[ \t]*(?:for\s[^:]{1,80}:\s*)?)print\s*\((?<args>.*)\)\s*(?:#.*)?;?$/;
const statement =
  /^(?:import|from|def|class|for|while|if|elif|else|return|with|try|except|assert|del|plt|print|%|!|#|@)\b|^[#%!@]/;
const assignment = /^[^=!<>]*(?<![=!<>])=(?!=)/;

const lastExpression = (lines: readonly string[]): string | undefined => {
  const last = lines.findLast((line) => line.trim() !== '');
  if (last === undefined || /^\s|;\s*$/.test(last) || statement.test(last)) return undefined;
  const bare = last.replace(/\s#.*$/, '').trim();
  const outside = bare.replace(/\([^()]*\)/g, '');
  return assignment.test(outside) ? undefined : bare;
};

/** What a program shows, as far as its lines tell. */
export const shownBy = (code: string): Shown => {
  const lines = code.slice(0, longest).split('\n');
  const prints = lines.flatMap((line) => {
    const { indent = '', args = '' } = print.exec(line)?.groups ?? {};
    return args === '' ? [] : [{ args: argumentsOf(args), isIndented: indent !== '' }];
  });
  return { prints, last: splitArguments(lastExpression(lines) ?? '') };
};

const renamed: readonly (readonly [RegExp, string])[] = [
  [/\b(?:np|numpy|scipy|sp|torch|jnp|la|LA)\.(?:linalg\.)?|\blinalg\./g, ''],
  [/\beigen\(([^()]*)\)\$values/g, 'eigenvalues($1)'],
  [/\b(?:eigvalsh?|eig)\b/g, 'eigenvalues'],
  [/\bsolve\(([^(),]*)\)/g, 'inv($1)'],
  [/%\*%/g, '*'],
  [/\bmatrix_rank\b/g, 'rank'],
  [/\.T\b|\.transpose\(\)/g, '^T'],
  [/\.(?:item|tolist|numpy|detach|copy|flatten|ravel)\(\)/g, ''],
  [/\*\*/g, '^'],
  [/\b([A-Za-z])s?\[[a-z]\]/g, '$1'],
  [/\bd([A-Za-z])_?d([A-Za-z]\w*)\b/g, 'd$1/d$2'],
];

const wrapped = /^(?:round|float|str|abs_|around|list|array|asarray|tuple)\s*\((.*)\)$/;

/** A name of a program as mathematics: `np.linalg.inv(B)` is `inv(B)`, `M.T @ M` is `M^T @ M`. */
export const asMathematics = (code: string): string => {
  const text = renamed.reduce((before, [pattern, by]) => before.replace(pattern, by), code.trim());
  const inner = wrapped.exec(text)?.[1];
  return inner === undefined ? text : (splitArguments(inner)[0] ?? text);
};
