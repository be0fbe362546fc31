/** What a sentence makes of its condition: necessary, sufficient, both, or it does not say. */
import type { StatementClaim } from '../model/claim.ts';

type Modality = StatementClaim['modality'];

/** In this order: the plain words first, what only suggests a direction last. */
const cues: readonly (readonly [RegExp, Modality])[] = [
  [
    /\bnecessary\s+(?:and|as well as)\s+(?:a\s+)?sufficient\b|\bsufficient\s+and\s+(?:a\s+)?necessary\b/iu,
    'equivalent',
  ],
  [/\bif\s+and\s+only\s+if\b|\biff\b|\b(?:exactly|precisely|just)\s+(?:when|if)\b|\bequivalent\b|⇔/iu, 'equivalent'],
  [/\bsufficient\b[^.]*\bnot\s+(?:a\s+)?necessary\b|\bnot\s+(?:a\s+)?necessary\b[^.]*\bsufficient\b/iu, 'sufficient'],
  [/\bnecessary\b[^.]*\bnot\s+(?:a\s+)?sufficient\b|\bnot\s+(?:a\s+)?sufficient\b[^.]*\bnecessary\b/iu, 'necessary'],
  [/(?<!\bnot\s(?:a\s)?)\bsufficient\b|\bsuffices?\b|(?<!\bnot\s)\benough\b/iu, 'sufficient'],
  [
    /(?<!\bnot\s(?:a\s)?)\bnecessary\b|\bonly\s+(?:if|when)\b|\brequire[sd]?\b|\brequirement\b|\bneeds?\b/iu,
    'necessary',
  ],
  [/\bmust\b|\b(?:has|have|had)\s+to\b|\bshould\b|\bunless\b/iu, 'necessary'],
  [/\bif\b|\bwhen(?:ever)?\b|\bprovided\b|\b(?:as|so)\s+long\s+as\b|\bonce\b|\bsince\b|\bbecause\b/iu, 'sufficient'],
  [/\bimpl(?:y|ies)\b|\bguarantees?\b|\bensures?\b|\bcauses?\b|\bleads?\s+to\b|\bthen\b|⇒/iu, 'sufficient'],
];

/** The modality of a clause. */
export const modalityOf = (clause: string): Modality => cues.find(([cue]) => cue.test(clause))?.[1] ?? 'unknown';

/** "does not vanish", "to avoid exploding": the clause denies what it speaks about. */
export const isNegated = (clause: string): boolean =>
  /\b(?:not|never|cannot|no longer|avoids?|avoiding|prevents?|preventing|without|neither|nor)\b|n['’]t\b/iu.test(
    clause.replace(/\bnot\s+(?:a\s+)?(?:necessary|sufficient|only)\b/giu, ' '),
  );
