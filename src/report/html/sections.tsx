import type { ComponentChildren, VNode } from 'preact';
import { amount } from '../amount.ts';
import type { ShownGrade, ShownItem, ShownSection } from '../shown.ts';
import { visible } from '../visible.ts';
import { Badge } from './badge.tsx';
import { ItemRow } from './item.tsx';

/** A section with everything inside it. */
interface Block {
  readonly section: ShownSection;
  readonly own: readonly ShownItem[];
  readonly inner: readonly Block[];
}

/** The tree of a flat list in document order: what follows a section at a deeper level stands inside it. */
const blocksOf = (sections: readonly ShownSection[], items: readonly ShownItem[]): Block[] => {
  const blocks: Block[] = [];
  for (let at = 0; at < sections.length; ) {
    const section = sections[at];
    if (!section) break;
    const next = sections.findIndex(({ level }, k) => k > at && level <= section.level);
    const end = next < 0 ? sections.length : next;
    const own = items.filter((item) => item.section === section.id);
    blocks.push({ section, own, inner: blocksOf(sections.slice(at + 1, end), items) });
    at = end;
  }
  return blocks;
};

const everything = ({ own, inner }: Block): ShownItem[] => [...own, ...inner.flatMap(everything)];

const Titled = ({
  section,
  children,
}: {
  readonly section: ShownSection;
  readonly children: ComponentChildren;
}): VNode => {
  const Heading = section.level === 1 ? 'h2' : 'h3';
  return (
    <section class={`level-${Math.min(section.level, 4)}`} id={`section-${section.id}`}>
      <div class="head">
        <Heading>
          {visible(section.id)} {visible(section.heading)}
        </Heading>
        <span>
          {section.points === undefined ? '' : `${amount(section.points)} of `}
          {amount(section.max)}
        </span>
      </div>
      {children}
    </section>
  );
};

/** A section nobody answered says so once. */
const Absent = ({ items }: { readonly items: readonly ShownItem[] }): VNode => (
  <div class="items">
    <p class="item">
      <Badge status="missing" />
      <span class="asked">Nothing answers {items.map(({ id }) => visible(id)).join(', ')}.</span>
    </p>
  </div>
);

const Section = ({ block, grade }: { readonly block: Block; readonly grade: ShownGrade }): VNode => {
  const items = everything(block);
  const absent = items.length > 1 && items.every(({ status }) => status === 'missing');
  if (absent)
    return (
      <Titled section={block.section}>
        <Absent items={items} />
      </Titled>
    );
  return (
    <>
      <Titled section={block.section}>
        {block.own.length > 0 && (
          <ul class="items">
            {block.own.map((item) => (
              <ItemRow key={item.id} item={item} sources={grade.sources} />
            ))}
          </ul>
        )}
      </Titled>
      {block.inner.map((inner) => (
        <Section key={inner.section.id} block={inner} grade={grade} />
      ))}
    </>
  );
};

/** All sections of a grade, outer ones before what is inside them. */
export const Sections = ({ grade }: { readonly grade: ShownGrade }): VNode => (
  <>
    {blocksOf(grade.sections, grade.items).map((block) => (
      <Section key={block.section.id} block={block} grade={grade} />
    ))}
  </>
);
