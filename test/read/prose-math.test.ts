import { describe, expect, it } from 'vitest';
import { formula, formulas, latex, markdown, parts, placeOf, plain } from './reading.ts';

describe('mathematics in prose without delimiters', () => {
  it.each([
    ['So x1 = 3.55, and y_1 ≈ 0.2. Then', ['x1 = 3.55', 'y_1 ≈ 0.2']],
    ['dE/dW = sum_{t=1}^T dE_t/dW', ['dE/dW = sum_{t=1}^T dE_t/dW']],
    ['df/dx = 2x + y', ['df/dx = 2x + y']],
    ['∇f = [2x + y, x + 12y]', ['∇f = [2x + y, x + 12y]']],
    ['f(x, y) = x² + xy + 6y²', ['f(x, y) = x² + xy + 6y²']],
    ['v1 = gamma*v0 - alpha*grad_f(p0) = [-0.45, -0.8]', ['v1 = gamma*v0 - alpha*grad_f(p0) = [-0.45, -0.8]']],
    ['it vanishes if λ_max < 1/γ holds', ['λ_max < 1/γ']],
    ['λ_max has to be smaller than 1/γ, else', ['λ_max', '1/γ']],
    ['(see x_1 = 3.55).', ['x_1 = 3.55']],
    ['(x_1 = 3.55)', ['x_1 = 3.55']],
    ['x1, y1 = 3.55, 0.2', ['x1, y1 = 3.55, 0.2']],
    ['so ||J|| ≤ γ ||W_rec|| holds', ['||J|| ≤ γ ||W_rec||']],
    ['x = 3 | and y', ['x = 3']],
    ['x = 3, y = 4', ['x = 3', 'y = 4']],
    ['x = 3.55, 4 iterations', ['x = 3.55']],
    ['log(8) = 3·log 2, i.e. three', ['log(8) = 3·log 2']],
    ['for k = 0, 1, 2.', ['k = 0, 1, 2']],
    ['$x_2$ ≈ 3.185, which is < 3.55', ['x_2 ≈ 3.185']],
    ['then 2^t = 8', ['2^t = 8']],
    ['x₁ = 3.55!', ['x₁ = 3.55']],
    ['x = 5!', ['x = 5!']],
    ['the mass m = 3.5 kg is', ['m = 3.5 kg']],
    ['with e = 2^-3 and x = −0.5', ['e = 2^-3', 'x = −0.5']],
    ['x_1 = 1e-3 + 2.5×10⁻³', ['x_1 = 1e-3 + 2.5×10⁻³']],
    ['所以x=3。', ['x=3']],
    ['SE = 8/√64 = 1', ['SE = 8/√64 = 1']],
    ['E = ½mv² = 240 kJ', ['E = ½mv² = 240 kJ']],
    ['x4 = 1.46 + ... = 1.53', ['x4 = 1.46 + ... = 1.53']],
    ['x = 3.55 ... and then', ['x = 3.55']],
    ['P(A or B) = 7/12', ['P(A or B) = 7/12']],
    ['The learning rate = 0.05', ['rate = 0.05']],
    ['x_1 = 4 − 0.05·9\n    = 3.55', ['x_1 = 4 − 0.05·9', '= 3.55']],
    ['W_{rec} is a matrix and \\mathbf{q}_{max} a vector', ['W_{rec}', '\\mathbf{q}_{max}']],
  ])('finds it in %j', (text, found) => {
    expect(formulas(plain(text))).toEqual(found);
  });

  it.each([
    'I have 5 apples and a pear.',
    'This is well-known, see and/or 3/4 of page 12-15.',
    'On 11/22/2020 at 5:30',
    'A matrix Q with a row',
    'see https://example.org/a=b?x_1=3',
    'Costs: 5 - 3 euros',
  ])('finds none in %j', (text) => {
    expect(formulas(plain(text))).toEqual([]);
  });

  it('tells lines of their own from formulas in a sentence', () => {
    const document = plain('x_1 = 3.55\n\nso x_2 = 3.185 is next');
    expect(parts(document, 'formula').map(({ display }) => display)).toEqual([true, false]);
    expect(parts(document, 'formula').map(({ notation }) => notation)).toEqual(['plain', 'plain']);
    expect(formula(markdown('so W_{rec} is'), 0).notation).toBe('latex');
    expect(formula(markdown('so x_{i+1} = W_rec x_i'), 0).notation).toBe('plain');
  });

  it('joins what stands half inside dollars', () => {
    const text = 'so $x_1$ = 3.55 and $y_1 = 0$.2 and $a$, $b$ are';
    const document = markdown(text);
    expect(formulas(document)).toEqual(['x_1 = 3.55', 'y_1 = 0', 'a', 'b']);
    const { range, text: shown } = formula(document, 0);
    expect(text.slice(range.start, range.end)).toBe('x_1$ = 3.55');
    expect(shown).toBe('x_1  = 3.55');
  });

  it('reads lowered and raised text of HTML as scripts, as long as it stands', () => {
    const text = 'so x<sub>1</sub> = 3.55 and x<sup>2</sup> < 9';
    const document = markdown(text);
    expect(formulas(document).map((one) => one.replace(/ /g, ''))).toEqual(['x_{1}=3.55', 'x^{2}<9']);
    expect(formula(document, 0).text.length).toBe('x<sub>1</sub> = 3.55'.length);
  });

  it('reads what a link says, not where it leads', () => {
    expect(formulas(markdown('see [the $q = 2$ line](http://a.b/x_1=2_3*4), then $r = 3$'))).toEqual([
      'q = 2',
      'r = 3',
    ]);
  });

  it('reads through bold and other marks', () => {
    expect(formulas(markdown('so **x_1** = *3.55* holds'))).toEqual(['x_1 = 3.55']);
  });

  it('doubts a formula that a word goes on with', () => {
    expect(formula(plain('x = 2y - velocity of it'), 0)).toMatchObject({ text: 'x = 2y', doubtful: true });
    expect(formula(plain('x = 2y is it'), 0).doubtful).toBeUndefined();
  });

  it('finds it in the prose of LaTeX too', () => {
    expect(formulas(latex('\\section{A}\nThe rate x_1 = 3.55 and $\\gamma$ = 0.9, \\emph{so} y_{1} = 0.2.'))).toEqual([
      'x_1 = 3.55',
      '\\gamma = 0.9',
      'y_{1} = 0.2',
    ]);
  });

  it('leaves prose readable, and as long as its range', () => {
    const text = 'The **largest** eigenvalue of `W` [is](http://a.b/c) ~~large~~ $1/\\gamma$.';
    const [prose] = parts(markdown(text), 'prose');
    expect(prose?.text.replace(/\s+/g, ' ')).toBe('The largest eigenvalue of is $1/\\gamma$.');
    expect(prose?.text.length).toBe((prose?.range.end ?? 0) - (prose?.range.start ?? 0));
  });

  it('splits prose at displays and blank lines', () => {
    const document = markdown('We have $a = 1$\n$$b = 2$$\nwhich gives\n$$c = 3$$\n(4)\n\nand so on');
    expect(document.parts.map((part) => ('text' in part ? part.text : part.kind))).toEqual([
      'We have $a = 1$',
      'a = 1',
      'b = 2',
      'which gives',
      'c = 3',
      '(4)',
      'and so on',
    ]);
    expect(document.parts.map((part) => placeOf(document, part))).toEqual([
      '1:1',
      '1:10',
      '2:3',
      '3:1',
      '4:3',
      '5:1',
      '7:1',
    ]);
  });

  it.each([
    ['dE/dW = sum_{t=1}^T dE_t/dW', 'plain'],
    ['x_{1} = alpha b_{1}', 'plain'],
    ['x_{1} = ab_{1}', 'latex'],
  ])('reads %j as %s', (text, notation) => {
    expect(parts(plain(text), 'formula').map((part) => part.notation)).toEqual([notation]);
  });
});
