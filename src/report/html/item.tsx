import type { ComponentChildren, VNode } from 'preact';
import type { SourceText } from '../../model/document.ts';
import { amount } from '../amount.ts';
import { type Excerpt, excerpt } from '../excerpt.ts';
import { linkToTell } from '../link-to-tell.ts';
import { placeText } from '../place-text.ts';
import type { ShownItem, ShownLink } from '../shown.ts';
import { visible } from '../visible.ts';
import { Badge } from './badge.tsx';
import { Formula } from './formula.tsx';
import { typesetExpression, typesetValue } from './latex.ts';
import { Plot } from './plot.tsx';

const Question = ({ item }: { readonly item: ShownItem }): VNode => {
  const { words, expression } = item.asked;
  return (
    <span>
      {words}
      {words && expression ? ' ' : ''}
      {expression && <Formula {...typesetExpression(expression)} />}
    </span>
  );
};

const points = (item: ShownItem): string | undefined => {
  if (item.points === undefined) return undefined;
  return item.open ? 'open' : amount(item.points);
};

const Points = ({ item }: { readonly item: ShownItem }): VNode => {
  const earned = points(item);
  return (
    <span class="points">
      {earned !== undefined && (
        <>
          <b>{earned}</b> of{' '}
        </>
      )}
      {amount(item.max)}
    </span>
  );
};

const Line = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** The answer as it was understood; as it was written where it was not. The source below shows the writing itself. */
const Found = ({ item }: { readonly item: ShownItem }): VNode | null => {
  if (item.found === undefined) return null;
  if (item.read === undefined) return <code>{visible(item.found)}</code>;
  return <Formula {...typesetExpression(item.read)} />;
};

const Broken = ({ link }: { readonly link: ShownLink }): VNode => (
  <p>
    The step <Formula {...typesetValue(`${link.left} ${link.relation} ${link.right}`)} /> does not hold
    {link.leftValue === undefined ? (
      '.'
    ) : (
      <>
        : its left side is <Formula {...typesetValue(link.leftValue)} />, its right side{' '}
        <Formula {...typesetValue(link.rightValue ?? '')} />.
      </>
    )}
  </p>
);

const Why = ({ item }: { readonly item: ShownItem }): VNode | null => {
  if (item.findings.length === 0 && !item.broken && item.reason === undefined) return null;
  const broken = linkToTell(item);
  return (
    <div class={`why ${item.status}`}>
      {item.findings.map((finding) => (
        <p key={finding.id}>{visible(finding.message)}</p>
      ))}
      {broken && <Broken link={broken} />}
      {item.reason !== undefined && <p>{visible(item.reason)}</p>}
    </div>
  );
};

const Source = ({ shown }: { readonly shown: Excerpt }): VNode => (
  <pre class="excerpt">
    <span class="line">{shown.line}</span>
    {shown.before}
    <mark>{shown.marked}</mark>
    {shown.after}
  </pre>
);

const Where = ({ item }: { readonly item: ShownItem }): VNode => (
  <span class="aside">{visible(item.place ? `${item.id} at ${placeText(item.place)}` : item.id)}</span>
);

const figures = (text: string): string => text.replaceAll('−', '-').replace(/[^\p{L}\d.\-/]/gu, '');

/** The reference where it says more than the answer; `[3.55, 0.2]` says all of `(3.55, 0.2)`. */
const fuller = ({ found = '', reference }: ShownItem): string | undefined =>
  reference !== undefined && figures(found) !== figures(reference) ? reference : undefined;

const Fuller = ({ reference }: { readonly reference: string }): VNode => (
  <span class="aside">
    reference <Formula {...typesetValue(reference)} />
  </span>
);

/** A right answer needs one line: `x_1 = 3.55`. */
const Settled = ({ item }: { readonly item: ShownItem }): VNode => {
  const reference = fuller(item);
  return (
    <>
      <div class="asked">
        <Question item={item} />
        <span>
          <Found item={item} />
        </span>
        {reference !== undefined && <Fuller reference={reference} />}
        <Where item={item} />
      </div>
      <Points item={item} />
    </>
  );
};

const Answers = ({ item }: { readonly item: ShownItem }): VNode | null => {
  if (item.found === undefined && item.reference === undefined) return null;
  return (
    <dl>
      {item.found !== undefined && (
        <Line name="Found">
          <Found item={item} />
        </Line>
      )}
      {item.reference !== undefined && (
        <Line name="Reference">
          <Formula {...typesetValue(item.reference)} />
        </Line>
      )}
    </dl>
  );
};

const Explained = ({ item, sources }: ItemProps): VNode => {
  const shown = item.place && excerpt(sources, item.place, item.found);
  return (
    <>
      <div class="asked">
        <Question item={item} />
        <Where item={item} />
      </div>
      <Points item={item} />
      <div class="detail">
        <Answers item={item} />
        <Why item={item} />
        {shown && <Source shown={shown} />}
        {item.picture && <Plot picture={item.picture} />}
      </div>
    </>
  );
};

const needsNoWords = (item: ShownItem): boolean =>
  (item.status === 'correct' || item.status === 'answered') && item.findings.length === 0 && !item.broken;

interface ItemProps {
  readonly item: ShownItem;
  readonly sources: readonly SourceText[];
}

/** One item: verdict, question, points; for all but right answers also found beside reference, why, and the source. */
export const ItemRow = ({ item, sources }: ItemProps): VNode => (
  <li class="item" id={`item-${item.id}`}>
    <Badge status={item.status} />
    {needsNoWords(item) ? <Settled item={item} /> : <Explained item={item} sources={sources} />}
  </li>
);
