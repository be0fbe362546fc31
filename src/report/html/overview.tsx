import type { VNode } from 'preact';
import { amount } from '../amount.ts';
import type { ShownGrade, Status } from '../shown.ts';
import { statusCounts } from '../summary.ts';
import { visible } from '../visible.ts';
import { Badge } from './badge.tsx';

type Counts = ReturnType<typeof statusCounts>;

const Score = ({ grade }: { readonly grade: ShownGrade }): VNode | null => {
  if (grade.points === undefined || grade.failure !== undefined) return null;
  const open = grade.open === undefined ? '0' : amount(grade.open);
  return (
    <p class="score">
      <strong>{amount(grade.points)}</strong>
      <span> of {amount(grade.max)} points</span>
      {open !== '0' && <span class="open">{open} more for a person to decide</span>}
    </p>
  );
};

const Spread = ({ counts }: { readonly counts: Counts }): VNode => {
  const entries = Object.entries(counts) as [Status, number][];
  return (
    <>
      <div class="bar" aria-hidden="true">
        {entries.map(([status, times]) => (
          <i key={status} class={status} style={`flex:${times}`} />
        ))}
      </div>
      <ul class="counts" aria-label="Verdicts">
        {entries.map(([status, times]) => (
          <li key={status}>
            {times} <Badge status={status} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** Whose it is, what it is worth, and how the verdicts are spread. */
export const Overview = ({ grade }: { readonly grade: ShownGrade }): VNode => (
  <header>
    <div class="overview">
      <div>
        <p class="student">{visible(grade.student)}</p>
        <h1>{visible(grade.title)}</h1>
      </div>
      <Score grade={grade} />
    </div>
    {grade.failure === undefined && <Spread counts={statusCounts(grade.items)} />}
  </header>
);
