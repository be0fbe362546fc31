/** The page's one style sheet: light and dark by the reader's setting, phone to desk, and paper. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f6f5f1; --card: #fffefb; --ink: #1c1d21; --soft: #5a5c66; --line: #dfdcd3; --code: #f1efe8; --mark: #fbe7a1;
  --good: #17633a; --good-back: #dff2e4; --half: #1d4f91; --half-back: #dfeafa; --bad: #9b1c2c; --bad-back: #fbe3e4;
  --open: #7a4a00; --open-back: #fceecd; --none: #54565f; --none-back: #ebe9e2;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #131417; --card: #1b1d21; --ink: #eceae4; --soft: #a6a8b3; --line: #32353c; --code: #24272d; --mark: #5c4a10;
    --good: #8bdca6; --good-back: #173524; --half: #9cc4ff; --half-back: #172d4d; --bad: #ffa7ac; --bad-back: #47191f;
    --open: #f4c56a; --open-back: #3f2e0c; --none: #b9bac4; --none-back: #2c2f36;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 54rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }
h1, h2, h3, p, ul, dl, dd, pre, figure { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font: 600 2rem/1.2 Georgia, "Iowan Old Style", "Times New Roman", serif; letter-spacing: -.01em; }
h2 { font: 600 1.3rem/1.3 Georgia, "Iowan Old Style", "Times New Roman", serif; }
h3 { font-size: 1rem; font-weight: 600; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .84em; }
.math math { font-family: "STIX Two Math", "Latin Modern Math", "Cambria Math", math; font-size: 1.12em; }
.soft { color: var(--soft); }
.overview { display: grid; grid-template-columns: 1fr auto; gap: .4rem 2rem; align-items: end; }
.student { color: var(--soft); overflow-wrap: anywhere; padding-bottom: .2rem; }
.score { text-align: right; line-height: 1.15; white-space: nowrap; }
.score strong { font: 600 2.6rem/1 Georgia, "Iowan Old Style", "Times New Roman", serif; font-variant-numeric: lining-nums tabular-nums; }
.score span { color: var(--soft); }
.score .open { display: block; color: var(--open); font-size: .9rem; padding-top: .35rem; }
.bar { display: flex; gap: 3px; height: .6rem; margin: 1.5rem 0 .8rem; }
.bar i { border-radius: 2px; background: currentColor; }
.counts { display: flex; flex-wrap: wrap; gap: .35rem 1.3rem; font-variant-numeric: tabular-nums; }
.counts li { display: flex; gap: .45rem; align-items: baseline; }
.meanings { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .4rem .9rem; align-items: baseline; font-size: .9rem; }
section { margin-top: 2.4rem; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding-bottom: .5rem; }
.head > span { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
.level-2 { margin-top: 1.4rem; }
.level-3, .level-4 { margin-top: 1rem; }
.items { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
.item { padding: .7rem 1rem; border-top: 1px solid var(--line); display: grid; grid-template-columns: 7.6rem minmax(0, 1fr) auto; gap: .2rem 1rem; align-items: baseline; }
.item:first-child { border-top: 0; }
.badge { display: inline-flex; gap: .35rem; align-items: baseline; padding: .1rem .6rem; border-radius: 1rem; font-size: .84rem; font-weight: 600; white-space: nowrap; justify-self: start; }
.correct { color: var(--good); } .badge.correct { background: var(--good-back); }
.carried { color: var(--half); } .badge.carried { background: var(--half-back); }
.wrong { color: var(--bad); } .badge.wrong { background: var(--bad-back); }
.review, .unreadable { color: var(--open); } .badge.review, .badge.unreadable { background: var(--open-back); }
.missing, .answered { color: var(--none); } .badge.missing, .badge.answered { background: var(--none-back); }
.asked { display: flex; flex-wrap: wrap; gap: 0 .9rem; align-items: baseline; min-width: 0; }
.asked .aside { color: var(--soft); font-size: .84rem; overflow-wrap: anywhere; }
.head + .items { margin-top: .1rem; }
.points { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
.points b { color: var(--ink); font-weight: 600; }
.detail { grid-column: 2 / -1; display: grid; gap: .55rem; padding: .3rem 0 .2rem; min-width: 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .9rem; }
dt { color: var(--soft); font-size: .9rem; }
dd { overflow-x: auto; overflow-wrap: anywhere; }
dd code { background: var(--code); border-radius: .25rem; padding: .05rem .3rem; }
.why { border-left: 3px solid currentColor; padding-left: .8rem; display: grid; gap: .3rem; }
.why > * { color: var(--ink); }
.excerpt { background: var(--code); border-radius: .4rem; padding: .45rem .7rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.detail:empty { display: none; }
.excerpt .line { color: var(--soft); user-select: none; padding-right: .9rem; }
mark { background: var(--mark); color: inherit; border-radius: .15rem; padding: .05em 0; }
.plot { display: flex; flex-wrap: wrap; gap: .8rem 1.4rem; align-items: end; }
.plot > svg { width: min(22rem, 100%); height: auto; background: var(--page); border: 1px solid var(--line); border-radius: .4rem; }
.plot polyline { fill: none; stroke-linejoin: round; }
.levels polyline { stroke: var(--none); stroke-width: 1; opacity: .55; }
.axes line { stroke: var(--line); }
.axes text { fill: var(--soft); font-size: 12px; }
.track polyline { stroke: currentColor; stroke-width: 2; }
.track circle { fill: currentColor; stroke: var(--page); stroke-width: 1.5; }
.track-0 { color: var(--bad); } .track-1 { color: var(--half); } .track-2 { color: var(--good); } .track-3 { color: var(--open); }
figcaption { font-size: .84rem; color: var(--soft); }
.tracks li { display: flex; gap: .5rem; align-items: center; }
.tracks span { color: var(--soft); }
.where { font-size: .84rem; color: var(--soft); overflow-wrap: anywhere; }
.notices li { padding: .5rem 1rem; border-top: 1px solid var(--line); }
.notices li:first-child { border-top: 0; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .84rem; display: grid; gap: .3rem; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  main { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.5rem; }
  .overview { grid-template-columns: 1fr; }
  .score { text-align: left; }
  .item { grid-template-columns: minmax(0, 1fr) auto; padding: .7rem .8rem; }
  .item .asked { grid-row: 2; grid-column: 1 / -1; }
  .item .points { grid-row: 1; grid-column: 2; }
  .detail { grid-column: 1 / -1; }
}
@media print {
  :root { --page: #fff; --card: #fff; color-scheme: light; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .item, .excerpt { break-inside: avoid; }
  .head { break-after: avoid; }
  .badge { border: 1px solid currentColor; }
  .bar { print-color-adjust: exact; }
}
`;
