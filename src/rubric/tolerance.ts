import { compare } from '../math/number/exact.ts';
import type { PartialCredit, Ties, ToleranceRule } from '../model/rubric.ts';
import { amount, share } from './amounts.ts';
import type { Complaints } from './complaints.ts';
import { field, type YamlNode } from './yaml-tree.ts';

/** The schema has seen that it is a whole number within bounds. */
const whole = (node: YamlNode): number => Number(node.kind === 'number' ? node.text : Number.NaN);

const limit = (kind: 'abs' | 'rel', node: YamlNode, complaints: Complaints): ToleranceRule | undefined => {
  const value = amount(node, complaints);
  return value && { kind, limit: value };
};

/** The schema has seen that it is one of the words. */
const tiesIn = (node: YamlNode): { readonly ties?: Ties } => {
  const ties = field(node, 'ties');
  return ties?.kind === 'text' ? { ties: ties.text as Ties } : {};
};

const sigfigs = (node: YamlNode, complaints: Complaints): ToleranceRule | undefined => {
  const [low, high, accuracy] = [field(node, 'min'), field(node, 'max'), field(node, 'accuracy')];
  if (!low) return { kind: 'sigfigs', min: whole(node), max: whole(node) };
  const [min, max] = [whole(low), high && whole(high)];
  if (max !== undefined && max < min) {
    complaints.error(
      'empty-range',
      node.start,
      `No number has at least ${min} and at most ${max} significant figures.`,
    );
    return undefined;
  }
  const accurate = accuracy && (accuracy.kind === 'text' ? ('ignored' as const) : whole(accuracy));
  return {
    kind: 'sigfigs',
    min,
    ...(max === undefined ? {} : { max }),
    ...(accurate === undefined ? {} : { accuracy: accurate }),
    ...tiesIn(node),
  };
};

const digitsShown = (node: YamlNode): ToleranceRule => {
  const [decimals, figures] = [field(node, 'decimals'), field(node, 'sigfigs')];
  return {
    kind: 'shown',
    ...(decimals ? { decimals: whole(decimals) } : {}),
    ...(figures ? { sigfigs: whole(figures) } : {}),
    ...tiesIn(node),
  };
};

const decimals = (node: YamlNode): ToleranceRule => ({
  kind: 'decimals',
  places: whole(field(node, 'places') ?? node),
  ...tiesIn(node),
});

const interval = (node: YamlNode, complaints: Complaints): ToleranceRule | undefined => {
  const [low, high] = node.kind === 'list' ? node.items.map((end) => amount(end, complaints)) : [];
  if (!low || !high) return undefined;
  if (compare(low, high) <= 0) return { kind: 'interval', low, high };
  complaints.error('empty-range', node.start, 'The lower end of the interval comes first.');
  return undefined;
};

const readers: Readonly<Record<string, (node: YamlNode, complaints: Complaints) => ToleranceRule | undefined>> = {
  abs: (node, complaints) => limit('abs', node, complaints),
  rel: (node, complaints) => limit('rel', node, complaints),
  sigfigs,
  decimals,
  shown: digitsShown,
  interval,
};

/** `exact`, `shown`, `{abs: 0.01}`, `{sigfigs: {min: 3}}` … as the rule the judge works by. */
export const toleranceRule = (node: YamlNode, complaints: Complaints): ToleranceRule | undefined => {
  if (node.kind === 'text') return node.text === 'exact' ? { kind: 'exact' } : { kind: 'shown' };
  const entry = node.kind === 'map' ? node.entries[0] : undefined;
  return entry && readers[entry.key.text]?.(entry.value, complaints);
};

/** The steps of `partial:` in written order. */
export const partialCredit = (node: YamlNode, complaints: Complaints): readonly PartialCredit[] =>
  (node.kind === 'list' ? node.items : []).flatMap((step) => {
    const [within, part] = [field(step, 'within'), field(step, 'share')];
    const rule = within && toleranceRule(within, complaints);
    const given = part && share(part, complaints);
    return rule && given ? [{ within: rule, share: given }] : [];
  });
