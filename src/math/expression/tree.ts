/**
 * The one expression tree, for rubrics and for students alike.
 *
 * The tree keeps what was written: `2/4` stays a quotient, `3.1850` keeps its digits, `b + a` its order.
 * Meaning (values, normal forms, equality) is computed from it and never stored in it.
 */

/** Offsets in UTF-16 units into the source the expression was read from; `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Placed {
  /** Where the node stands; absent on computed trees. Inside a macro's output: the place of the macro's use. */
  readonly at?: Span;
}

/** An unsigned decimal literal as written, in canonical digits: `3.1850`, `.5`, `1e-3` (never `1,234` or `3,55`). */
export interface NumberNode extends Placed {
  readonly kind: 'number';
  readonly text: string;
}

/**
 * A name: `x`, `α`, `sin`, `π`, `∞`, `W_rec` (a subscript of several letters belongs to the name), `ŵ` as accent `hat`.
 * Greek letters are always the Unicode letter. Bold and arrows are dropped: they do not change a name.
 */
export interface SymbolNode extends Placed {
  readonly kind: 'symbol';
  readonly name: string;
}

/** `x_1`, `x_{t+1}`, `x_{i,j}` (`position: 'sub'`) and `x^{(k)}`, `x^{[l]}` (`position: 'super'`). */
export interface IndexNode extends Placed {
  readonly kind: 'index';
  readonly base: Expression;
  readonly indices: readonly Expression[];
  readonly position: 'sub' | 'super';
}

/** `-a`; `a - b` is the sum of `a` and `negative b`. */
export interface NegativeNode extends Placed {
  readonly kind: 'negative';
  readonly of: Expression;
}

/** Two or more terms in written order. */
export interface SumNode extends Placed {
  readonly kind: 'sum';
  readonly terms: readonly Expression[];
}

/** Two or more factors in written order, juxtaposed or with a sign of multiplication. */
export interface ProductNode extends Placed {
  readonly kind: 'product';
  readonly factors: readonly Expression[];
}

/** `a/b`, `a ÷ b`, `\frac{a}{b}`. */
export interface QuotientNode extends Placed {
  readonly kind: 'quotient';
  readonly over: Expression;
  readonly under: Expression;
}

/** `base^exponent`. Transposes and superscript indices are nodes of their own. */
export interface PowerNode extends Placed {
  readonly kind: 'power';
  readonly base: Expression;
  readonly exponent: Expression;
}

/** `√of` (`degree` absent) or the root of a written degree. */
export interface RootNode extends Placed {
  readonly kind: 'root';
  readonly of: Expression;
  readonly degree?: Expression;
}

/**
 * A function applied to arguments: `sin x`, `f(x, y)`, `∇f(p)`, `σ'(z)`.
 * Postfix and bracket notations use these operator names:
 * `factorial` `percent` `transpose` `abs` `norm` `floor` `ceil` `plusminus` `conjugate` `inner`.
 * `log_2 x` is operator `log` with arguments `[x, 2]`; `norm` may have a second argument, its index.
 */
export interface ApplyNode extends Placed {
  readonly kind: 'apply';
  readonly operator: Expression;
  readonly arguments: readonly Expression[];
}

/** One variable of a derivative and how often it is taken. */
export interface By {
  readonly variable: Expression;
  readonly order: Expression;
}

/** `∂f/∂x`, `d²y/dx²`, `∂_x f`, `D_x f`. `total` for the upright d, `immediate` for ∂⁺. */
export interface DerivativeNode extends Placed {
  readonly kind: 'derivative';
  readonly of: Expression;
  readonly by: readonly By[];
  readonly style: 'partial' | 'total' | 'immediate';
}

/** `f'`, `f''`: the derivative of a function of one variable, not yet applied. */
export interface PrimeNode extends Placed {
  readonly kind: 'prime';
  readonly of: Expression;
  readonly order: number;
}

/** `∇f`, `∇_x f` (order 1) and the Hessian `∇²f` (order 2). `∇f(p)` is an apply node whose operator this is. */
export interface GradientNode extends Placed {
  readonly kind: 'gradient';
  readonly of: Expression;
  readonly by?: Expression;
  readonly order: 1 | 2;
}

/** `expression |_{x = 0}`: a value-at bar with its equations. */
export interface AtNode extends Placed {
  readonly kind: 'at';
  readonly of: Expression;
  readonly where: readonly Expression[];
}

/** `Σ`, `Π`, `max`, `min`, `lim`, `∫`, `arg max` … over a range or a condition. */
export interface BigNode extends Placed {
  readonly kind: 'big';
  readonly operator: 'sum' | 'product' | 'max' | 'min' | 'argmax' | 'argmin' | 'limit' | 'integral';
  /** The bound variable, where the limits name one: the `t` of `Σ_{t=1}^T`, the `m` of `lim_{m→∞}`. */
  readonly variable?: Expression;
  readonly from?: Expression;
  readonly to?: Expression;
  /** A lower limit that is no `variable = from`: `1 ≤ k ≤ t`, `i ≠ j`. */
  readonly condition?: Expression;
  readonly body: Expression;
}

/** `(a, b)`, `[a, b]`, `{a, b}`, `⟨a, b⟩`, `(a, b]`: what it means (point, list, set, interval) the reader of it decides. */
export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly open: '(' | '[' | '{' | '⟨' | ']';
  readonly close: ')' | ']' | '}' | '⟩' | '[';
  readonly items: readonly Expression[];
}

/** A matrix or column by rows. `vmatrix` is `apply det`. */
export interface MatrixNode extends Placed {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly Expression[])[];
}

/** `cases`: pairs of value and condition (the condition may be text or absent). */
export interface CasesNode extends Placed {
  readonly kind: 'cases';
  readonly rows: readonly (readonly Expression[])[];
}

/** The relations a chain can be made of, each in one spelling (`\leq`, `<=`, `⩽` are all `≤`). */
export type Relation =
  | '='
  | '≠'
  | '≈'
  | '<'
  | '≤'
  | '>'
  | '≥'
  | '≪'
  | '≫'
  | '→'
  | '↦'
  | '←'
  | '⇒'
  | '⇐'
  | '⇔'
  | '∈'
  | '∉'
  | '⊂'
  | '⊆'
  | '≡'
  | '∼'
  | '∝'
  | '≔'
  | '≺'
  | '≻'
  | '⪯'
  | '⪰';

/** `a = b ≤ c`: one member more than relations. A member may be `empty` (`= 3`, `x =`). */
export interface RelationNode extends Placed {
  readonly kind: 'relation';
  readonly members: readonly Expression[];
  readonly relations: readonly Relation[];
}

/** `p and q`, `p or q`, `not p`. */
export interface LogicNode extends Placed {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or' | 'not';
  readonly terms: readonly Expression[];
}

/** Several formulas in one display: separated by comma, `\quad`, "and", or by rows that start afresh. */
export interface SequenceNode extends Placed {
  readonly kind: 'sequence';
  readonly items: readonly Expression[];
}

/** Rows of `aligned`, `align*`, `split`, `gather`, `array` without brackets: cells between `&`, rows between `\\`. */
export interface RowsNode extends Placed {
  readonly kind: 'rows';
  readonly rows: readonly (readonly Expression[])[];
}

/** `\text{…}` and words. */
export interface TextNode extends Placed {
  readonly kind: 'text';
  readonly text: string;
}

/** `\boxed{…}` and colour (`mark: 'final'`), `\cancel{…}` and `\sout{…}` (`mark: 'struck'`). */
export interface MarkedNode extends Placed {
  readonly kind: 'marked';
  readonly mark: 'final' | 'struck';
  readonly of: Expression;
}

/** `⋯`, `…`, `\ldots`. */
export interface EllipsisNode extends Placed {
  readonly kind: 'ellipsis';
}

/** Nothing: the left side of a display that begins with `=`. */
export interface EmptyNode extends Placed {
  readonly kind: 'empty';
}

/** What could not be read. Its neighbours are whole. */
export interface ErrorNode extends Placed {
  readonly kind: 'error';
  readonly message: string;
}

export type Expression =
  | NumberNode
  | SymbolNode
  | IndexNode
  | NegativeNode
  | SumNode
  | ProductNode
  | QuotientNode
  | PowerNode
  | RootNode
  | ApplyNode
  | DerivativeNode
  | PrimeNode
  | GradientNode
  | AtNode
  | BigNode
  | ListNode
  | MatrixNode
  | CasesNode
  | RelationNode
  | LogicNode
  | SequenceNode
  | RowsNode
  | TextNode
  | MarkedNode
  | EllipsisNode
  | EmptyNode
  | ErrorNode;
