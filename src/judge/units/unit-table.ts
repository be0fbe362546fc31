/**
 * The units, as data. Factors are to the coherent SI unit and exact by definition (BIPM SI brochure, 9th edition,
 * with its tables 7 to 9; NIST SP 811 appendix B for inches, pounds and their kin).
 */
export interface UnitRow {
  /** The symbol, then other spellings and names. A name may take an `s`. */
  readonly names: readonly string[];
  /** `1852`, `5/9`, `0.45359237`: a decimal or a fraction. */
  readonly factor: string;
  /** `kg m s^-2`; empty for a pure number. */
  readonly dimension: string;
  /** Which prefixes it takes. */
  readonly prefixes?: 'decimal' | 'binary';
  /** How often π multiplies the factor: a degree is π/180. */
  readonly pi?: number;
  /** Added to the number before the factor: 273.15 for °C. */
  readonly offset?: string;
}

const si = (names: string, dimension: string, factor = '1'): UnitRow => ({
  names: names.split(' '),
  factor,
  dimension,
  prefixes: 'decimal',
});

const other = (names: string, factor: string, dimension: string): UnitRow => ({
  names: names.split(' '),
  factor,
  dimension,
});

const area = 'm^2';
const volume = 'm^3';
const speed = 'm s^-1';
const force = 'kg m s^-2';
const pressure = 'kg m^-1 s^-2';
const energy = 'kg m^2 s^-2';
const power = 'kg m^2 s^-3';

export const unitTable: readonly UnitRow[] = [
  si('m meter metre', 'm'),
  si('g gram gramme', 'kg', '0.001'),
  si('s sec second', 's'),
  si('A amp ampere', 'A'),
  si('K kelvin', 'K'),
  si('mol mole', 'mol'),
  si('cd candela', 'cd'),
  si('rad radian', 'rad'),
  si('sr steradian', 'rad^2'),
  si('Hz hertz', 's^-1'),
  si('N newton', force),
  si('Pa pascal', pressure),
  si('J joule', energy),
  // products that people write without a sign between
  si('Nm', energy),
  si('Ws', energy),
  other('Js', '1', 'kg m^2 s^-1'),
  other('Vs', '1', 'kg m^2 s^-2 A^-1'),
  other('As', '1', 's A'),
  other('rpm', '1/60', 's^-1'),
  si('W watt', power),
  si('VA', power),
  si('var', power),
  si('C coulomb', 's A'),
  si('V volt', 'kg m^2 s^-3 A^-1'),
  si('F farad', 'kg^-1 m^-2 s^4 A^2'),
  si('Ω Ω ohm ohms Ohm Ohms', 'kg m^2 s^-3 A^-2'),
  si('S siemens', 'kg^-1 m^-2 s^3 A^2'),
  si('Wb weber', 'kg m^2 s^-2 A^-1'),
  si('T tesla', 'kg s^-2 A^-1'),
  si('H henry', 'kg m^2 s^-2 A^-2'),
  si('lm lumen', 'cd rad^2'),
  si('lx lux', 'cd rad^2 m^-2'),
  si('Bq becquerel', 's^-1'),
  si('Gy gray', 'm^2 s^-2'),
  si('Sv sievert', 'm^2 s^-2'),
  si('kat katal', 'mol s^-1'),
  si('L l ℓ liter litre', volume, '0.001'),
  si('M molar', 'mol m^-3', '1000'),
  si('t tonne', 'kg', '1000'),
  si('eV electronvolt', energy, '1.602176634e-19'),
  si('bar', pressure, '100000'),
  si('cal calorie', energy, '4.184'),
  si('Da dalton', 'kg', '1.66053906660e-27'),
  si('Wh', energy, '3600'),
  si('Ah', 's A', '3600'),
  si('pc parsec', 'm', '30856775814913673'),
  si('dyn dyne', force, '0.00001'),
  si('erg', energy, '1e-7'),
  si('G gauss', 'kg s^-2 A^-1', '0.0001'),
  si('P poise', 'kg m^-1 s^-1', '0.1'),
  si('Ci curie', 's^-1', '37000000000'),
  { names: ['bit'], factor: '1', dimension: 'bit', prefixes: 'decimal' },
  { names: ['B', 'byte'], factor: '8', dimension: 'bit', prefixes: 'decimal' },
  { names: ['bit'], factor: '1', dimension: 'bit', prefixes: 'binary' },
  { names: ['B', 'byte'], factor: '8', dimension: 'bit', prefixes: 'binary' },
  other('min minute', '60', 's'),
  other('h hr hrs hour', '3600', 's'),
  other('d day days', '86400', 's'),
  other('wk week', '604800', 's'),
  other('yr year', '31557600', 's'),
  other('u amu', '1.66053906660e-27', 'kg'),
  other('au AU', '149597870700', 'm'),
  other('ly lightyear', '9460730472580800', 'm'),
  other('Å Å angstrom', '1e-10', 'm'),
  other('in inch inches', '0.0254', 'm'),
  other('ft foot feet', '0.3048', 'm'),
  other('yd yard', '0.9144', 'm'),
  other('mi mile', '1609.344', 'm'),
  other('nmi', '1852', 'm'),
  other('ha hectare', '10000', area),
  other('acre', '4046.8564224', area),
  other('cc', '0.000001', volume),
  other('gal gallon', '0.003785411784', volume),
  other('qt quart', '0.000946352946', volume),
  other('pt pint', '0.000473176473', volume),
  other('floz', '0.0000295735295625', volume),
  other('lb lbs pound', '0.45359237', 'kg'),
  other('oz ounce', '0.028349523125', 'kg'),
  other('ton', '907.18474', 'kg'),
  other('slug', '4.4482216152605/0.3048', 'kg'),
  other('lbf', '4.4482216152605', force),
  other('kgf', '9.80665', force),
  other('kn knot', '463/900', speed),
  other('mph', '0.44704', speed),
  other('kmh kph', '5/18', speed),
  other('gee', '9.80665', 'm s^-2'),
  other('atm atmosphere', '101325', pressure),
  other('torr Torr', '20265/152', pressure),
  other('mmHg', '133.322387415', pressure),
  other('psi', '4.4482216152605/0.00064516', pressure),
  other('Btu BTU', '1055.05585262', energy),
  other('hp horsepower', '745.69987158227022', power),
  { names: ['°', 'deg', 'degree'], factor: '1/180', pi: 1, dimension: 'rad' },
  { names: ['arcmin'], factor: '1/10800', pi: 1, dimension: 'rad' },
  { names: ['arcsec'], factor: '1/648000', pi: 1, dimension: 'rad' },
  { names: ['rev', 'revolution', 'turn'], factor: '2', pi: 1, dimension: 'rad' },
  { names: ['rpm'], factor: '1/30', pi: 1, dimension: 'rad s^-1' },
  { names: ['°C', 'degC', 'celsius', 'Celsius'], factor: '1', dimension: 'K', offset: '273.15' },
  { names: ['°F', 'degF', 'fahrenheit', 'Fahrenheit'], factor: '5/9', dimension: 'K', offset: '459.67' },
  other('% percent', '0.01', ''),
  other('ppm', '0.000001', ''),
];
