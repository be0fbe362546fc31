import { evidenceOr, forPerson, type ItemJudge, isVerdict, missing } from './item-judge.ts';

/** A figure is never judged by a machine: where one stands in the section a person looks, else it is missing. */
export const figureJudge: ItemJudge = {
  kind: 'figure',
  judge: (item, context) => {
    const evidence = evidenceOr(item, context.located(item));
    if (isVerdict(evidence)) return evidence;
    const figure = evidence.find((claim) => claim.kind === 'figure');
    if (!figure) return missing(item);
    const shown = { found: figure.caption || figure.source, place: figure.place };
    return forPerson(item, 'A figure has to be looked at by a person.', shown);
  },
};
