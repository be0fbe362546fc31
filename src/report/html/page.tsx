import { Fragment, type VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { engine } from '../engine.ts';
import { placeText } from '../place-text.ts';
import type { Reporter } from '../reporter.ts';
import type { ShownGrade, Status } from '../shown.ts';
import { statusWords } from '../status-words.ts';
import { statusCounts } from '../summary.ts';
import { visible } from '../visible.ts';
import { Badge } from './badge.tsx';
import { Overview } from './overview.tsx';
import { Sections } from './sections.tsx';
import { style } from './style.ts';

/** No script, no network, nothing but the page's own style: what a student wrote cannot act even where escaping failed. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

const Notices = ({ grade }: { readonly grade: ShownGrade }): VNode | null =>
  grade.notices.length === 0 ? null : (
    <section>
      <div class="head">
        <h2>While reading</h2>
      </div>
      <ul class="items notices">
        {grade.notices.map((notice, index) => (
          <li key={index}>
            {visible(notice.message)} {notice.place && <span class="where">{visible(placeText(notice.place))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );

const Failure = ({ reason }: { readonly reason: string }): VNode => (
  <section>
    <h2>Not graded</h2>
    <p>{visible(reason)}</p>
    <p>No points were lost: this submission is set apart for a person.</p>
  </section>
);

const statuses = (grade: ShownGrade): Status[] => Object.keys(statusCounts(grade.items)) as Status[];

const Meanings = ({ grade }: { readonly grade: ShownGrade }): VNode => (
  <section>
    <div class="head">
      <h2>What the verdicts mean</h2>
    </div>
    <dl class="meanings">
      {statuses(grade).map((status) => (
        <Fragment key={status}>
          <dt>
            <Badge status={status} />
          </dt>
          <dd>{statusWords[status].meaning}</dd>
        </Fragment>
      ))}
    </dl>
  </section>
);

const Footer = ({ grade }: { readonly grade: ShownGrade }): VNode => (
  <footer>
    <span>Read from {grade.files.map(visible).join(', ') || 'no files'}.</span>
    <span>
      Re-derived by rederive {engine} with rubric {grade.rubric.slice(0, 12)}. Every value is computed from the
      assignment’s own definitions.
    </span>
  </footer>
);

const Page = ({ grade }: { readonly grade: ShownGrade }): VNode => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${visible(grade.student)}: ${visible(grade.title)}`}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>
      <main>
        <Overview grade={grade} />
        {grade.failure === undefined ? <Sections grade={grade} /> : <Failure reason={grade.failure} />}
        <Notices grade={grade} />
        {grade.failure === undefined && <Meanings grade={grade} />}
        <Footer grade={grade} />
      </main>
    </body>
  </html>
);

/** One self-contained page a submission. */
export const html: Reporter = {
  name: 'html',
  file: 'html',
  each: true,
  report: (grades) =>
    grades.map((grade) => `<!doctype html>\n${renderToStaticMarkup(<Page grade={grade} />)}\n`).join(''),
};
