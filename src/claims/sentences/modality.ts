/** What a sentence makes of its condition: necessary, sufficient, both, or it does not say. */
import type { StatementClaim } from '../../model/claim.ts';
import { matches } from '../matches.ts';
import { smallLetters } from './small-letters.ts';

type Modality = StatementClaim['modality'];

/** The same in German. */
const german: readonly (readonly [RegExp, Modality])[] = [
  [/\bnotwendig\w*\s+und\s+(?:eine\s+)?hinreichend|\bhinreichend\w*\s+und\s+(?:eine\s+)?notwendig/i, 'equivalent'],
  [/\bgenau\s+dann\b|\bdann\s+und\s+nur\s+dann\b/i, 'equivalent'],
  [/\bhinreichend[^.]*\bnicht\s+(?:unbedingt\s+)?notwendig|\bnicht\s+notwendig[^.]*\bhinreichend/i, 'sufficient'],
  [/\bnotwendig[^.]*\bnicht\s+hinreichend|\bnicht\s+hinreichend[^.]*\bnotwendig/i, 'necessary'],
  [/(?<!\bnicht\s)\bhinreichend|\bgenügt\b|\breicht\b/i, 'sufficient'],
  [/(?<!\bnicht\s)\bnotwendig|\bnur,?\s+(?:dann|wenn|falls)\b|\bmuss\b|\bmüssen\b|\berforderlich\b/i, 'necessary'],
  [
    /\bwenn\b|\bfalls\b|\bsofern\b|\bsobald\b|\bsolange\b|\bimpliziert\b|\bfolgt\b|(?:^|[.;:]\s*)ist\b[^.;]{1,200}[,]\s*(?:so|dann)\b/i,
    'sufficient',
  ],
];

/** In this order: the plain words first, what only suggests a direction last. */
const cues: readonly (readonly [RegExp, Modality])[] = [
  [/\bnecessary\s+(?:and|as well as)\s+(?:a\s+)?sufficient\b|\bsufficient\s+and\s+(?:a\s+)?necessary\b/i, 'equivalent'],
  [/\bif\s+and\s+only\s+if\b|\biff\b|\b(?:exactly|precisely|just)\s+(?:when|if)\b|\bequivalent\b|⇔/i, 'equivalent'],
  [/\bsufficient\b[^.]*\bnot\s+(?:a\s+)?necessary\b|\bnot\s+(?:a\s+)?necessary\b[^.]*\bsufficient\b/i, 'sufficient'],
  [/\bnecessary\b[^.]*\bnot\s+(?:a\s+)?sufficient\b|\bnot\s+(?:a\s+)?sufficient\b[^.]*\bnecessary\b/i, 'necessary'],
  [/(?<!\bnot\s(?:a\s)?)\bsufficient\b|\bsuffices?\b|(?<!\bnot\s)\benough\b/i, 'sufficient'],
  [
    /(?<!\bnot\s(?:a\s)?)\bnecessary\b|\bonly\b[^.,;]{0,40}\b(?:if|when)\b|\brequire[sd]?\b|\brequirement\b|\bneeds?\b/i,
    'necessary',
  ],
  [/\bmust\b|\b(?:has|have|had)\s+to\b|\bshould\b|\bunless\b/i, 'necessary'],
  [/\bif\b|\bwhen(?:ever)?\b|\bprovided\b|\b(?:as|so)\s+long\s+as\b|\bonce\b|\bsince\b|\bbecause\b/i, 'sufficient'],
  [/\bimpl(?:y|ies)\b|\bguarantees?\b|\bensures?\b|\bcauses?\b|\bleads?\s+to\b|\bthen\b|⇒/i, 'sufficient'],
];

const spoken = [...cues, ...german];

/** The modality of a clause. */
export const modalityOf = (clause: string): Modality => spoken.find(([cue]) => cue.test(clause))?.[1] ?? 'unknown';

/** In small letters. */
const negation =
  /(?:\b(?:not|never|cannot|neither|nor|without|avoid(?:s|ing)?|prevent(?:s|ing)?|stops?|no(?:\s+longer)?)\b|n['’]t\b)((?:\s+[\p{L}'’-]+){1,5})/gu;

const endOfReach = /\s(?:and|but|or|if|when|unless|because|since|then|so|which|while)\b.*$/i;

/** What conditions of this kind are about; the verbs of converging and diverging. In small letters. */
const consequences =
  /\b(?:vanish|explod|explos|shrink|grow|decay|diverg|converg|disappear|oscillat|blow|verschw[iua]nd|explodier|wachs|wächst|abkling)\p{L}*/gu;

const consequencesIn = (clause: string): readonly string[] => smallLetters(clause).match(consequences) ?? [];

/** Where these are denied, so is what the clause speaks about: "exploding gradients cannot occur". */
const existence = /\b(?:occur|happen|arise|appear|exist|possible)/u;

/** Words that deny all of a clause: "an explosion is impossible". */
const denial = /\b(?:impossible|ruled\s+out|excluded|precluded)\b/i;

/** German puts its negation before the verb or behind it: "verschwinden nicht", "nicht verschwinden"; of a degree it denies nothing. */
const germanNegation =
  /\b(?:nicht(?!\s+(?:nur|unbedingt|notwendig|hinreichend|kleiner|größer|geringer|höher))|kein\p{L}*|nie(?:mals)?|ohne|verhinder\p{L}*|vermeid\p{L}*)/iu;

const deniedInGerman = (clause: string): readonly string[] =>
  germanNegation.test(clause)
    ? clause.split(/[,;:]/).flatMap((piece) => (germanNegation.test(piece) ? consequencesIn(piece) : []))
    : [];

/** The words that a negation reaches: `explode` in "does not explode", `gradient exploding` in "prevents the gradient from exploding". */
export const deniedWords = (clause: string): readonly string[] =>
  [
    ...(denial.test(clause) ? consequencesIn(clause) : []),
    ...deniedInGerman(clause),
    ...matches(negation, smallLetters(clause)).flatMap(([, words = '']) => {
      const reached = words.replace(endOfReach, '').trim().split(/\s+/);
      if (/^(?:an?|the)?\s*(?:necessar|sufficient|only)/.test(reached.join(' '))) return [];
      return existence.test(reached.join(' ')) ? [...reached, ...consequencesIn(clause)] : reached;
    }),
  ].filter((word) => word.length > 3);

/** Whether everything the clause speaks about is denied: "does not vanish", "to avoid exploding gradients". */
export const isNegated = (clause: string, denied: readonly string[]): boolean => {
  const words = consequencesIn(clause);
  return words.length > 0 && words.every((word) => denied.includes(word));
};

/** "explodes unless R" is "explodes if not R". */
export const isException = (clause: string): boolean => /\bunless\b|\bes\s+sei\s+denn\b/i.test(clause);
