/** Greek letters by their English names, as typed in plain text. */
export const greekNames: ReadonlySet<string> = new Set(
  (
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi ' +
    'psi omega Alpha Beta Gamma Delta Epsilon Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega nabla grad partial inf infinity'
  ).split(' '),
);

/** Functions that are written before their argument without a sign between. */
export const functionNames: ReadonlySet<string> = new Set(
  'sin cos tan cot sec csc asin acos atan arcsin arccos arctan sinh cosh tanh exp log ln lg sqrt abs det tr max min argmax argmin relu sigmoid softmax sum prod lim floor ceil norm mod gcd lcm'.split(
    ' ',
  ),
);

/** Units that may follow a number. */
export const unitNames: ReadonlySet<string> = new Set(
  (
    'kg mg µg ug lb oz km cm mm µm um nm mi ft yd ms µs us ns min hr hrs sec Hz kHz MHz GHz kJ MJ kW MW kWh eV keV MeV ' +
    'Pa kPa MPa bar atm mol mmol kN mN mV kV mA µA ohm Ω kΩ rad deg °C °F dB mL ml dL cal kcal USD EUR percent ppm bits bytes'
  ).split(' '),
);

/** LaTeX commands that set text or layout: they do not make prose mathematical. */
export const textCommands: ReadonlySet<string> = new Set(
  (
    'textbf textit emph texttt textsc textrm text underline label ref eqref cite citep citet footnote url href item par ' +
    'noindent hspace vspace hfill vfill newline linebreak newpage clearpage quad qquad begin end section subsection ' +
    'subsubsection paragraph chapter part caption includegraphics centering newcommand renewcommand providecommand def let DeclareMathOperator small large Large textwidth linewidth LaTeX TeX'
  ).split(' '),
);

/** Words of one to three letters that sentences are made of; other short words beside a sign are products (`xy`). */
export const shortWords: ReadonlySet<string> = new Set(
  (
    'am an and any are as at be but by can did do due eg few for get got had has he her his how ie if in is it its let ' +
    'may me my new no non nor not now of off on one or our out own per set she so than the to too two up us use via was we ' +
    'who why yes yet you all add der die das den dem des ein und ist von mit zu im am es wir la le les de du des un une et ' +
    'est en el los las un una y que es se con por il lo di da che'
  ).split(' '),
);
