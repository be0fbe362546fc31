/** The version of rederive that graded, written into every machine-readable report; the same as in package.json. */
export const engine = '1.0.0';
