/** The LaTeX commands of letters and relations. */
import type { Relation } from './tree.ts';

const greek =
  'α:alpha β:beta γ:gamma δ:delta ε:epsilon ζ:zeta η:eta θ:theta ι:iota κ:kappa λ:lambda μ:mu ν:nu ξ:xi π:pi ρ:rho ' +
  'σ:sigma τ:tau υ:upsilon φ:phi χ:chi ψ:psi ω:omega Γ:Gamma Δ:Delta Θ:Theta Λ:Lambda Ξ:Xi Π:Pi Σ:Sigma ' +
  'Υ:Upsilon Φ:Phi Ψ:Psi Ω:Omega ϵ:epsilon ϕ:phi ϑ:vartheta ϱ:varrho ς:varsigma ϖ:varpi ∞:infty ∅:emptyset ' +
  'ℝ:mathbb{R} ℂ:mathbb{C} ℕ:mathbb{N} ℤ:mathbb{Z} ℚ:mathbb{Q} ∂:partial ℓ:ell ℏ:hbar';

/** `α` → `\alpha`. */
export const letters: ReadonlyMap<string, string> = new Map(
  greek.split(' ').map((pair) => {
    const [letter = '', command = ''] = pair.split(':');
    return [letter, `\\${command}`] as const;
  }),
);

/** Combining marks and their commands. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['\u0302', 'hat'],
  ['\u0303', 'tilde'],
  ['\u0304', 'bar'],
  ['\u0307', 'dot'],
  ['\u0308', 'ddot'],
]);

export const relationSigns: Readonly<Record<Relation, string>> = {
  '=': '=',
  '≠': '\\neq',
  '≈': '\\approx',
  '<': '<',
  '≤': '\\leq',
  '>': '>',
  '≥': '\\geq',
  '≪': '\\ll',
  '≫': '\\gg',
  '→': '\\to',
  '↦': '\\mapsto',
  '←': '\\leftarrow',
  '⇒': '\\implies',
  '⇐': '\\impliedby',
  '⇔': '\\iff',
  '∈': '\\in',
  '∉': '\\notin',
  '⊂': '\\subset',
  '⊆': '\\subseteq',
  '≡': '\\equiv',
  '∼': '\\sim',
  '∝': '\\propto',
  '≔': '\\coloneqq',
  '≺': '\\prec',
  '≻': '\\succ',
  '⪯': '\\preceq',
  '⪰': '\\succeq',
};
