import type { ReactNode } from 'react';
import { SvgPicture } from '#components/charts/svg-picture.tsx';
import { DocumentImage } from '#components/images/document-image.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Mark, type MarkKind } from '#components/ui/mark.tsx';
import type {
  Block,
  CalloutBlock,
  DefinitionsBlock,
  HeadingBlock,
  ListBlock,
  TableBlock,
} from '#lib/domain/documents/document.ts';
import { figureName } from '#lib/domain/documents/runs.ts';
import { FormulaMath } from './formula-math.tsx';
import { Place } from './place.tsx';
import { Runs } from './runs.tsx';

/** Blocks of the document model as elements; every text in them is text, whatever marks it holds. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  // Blocks have no identity of their own; their place is what tells them apart.
  return blocks.map((block, index) => <OneBlock key={index} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} />;
    case 'paragraph':
      return (
        <Place as="p" path={block.path} className="prose my-3">
          <Runs content={block.content} />
        </Place>
      );
    case 'definitions':
      return <Definitions block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'list':
      return <List block={block} />;
    case 'code':
      return <pre className="my-3 overflow-x-auto bg-sunken p-3 font-code text-t-1">{block.text}</pre>;
    case 'image':
      return <DocumentImage name={block.name} alternative={block.alternative} />;
    case 'figure':
      return (
        <Place as="figure" path={block.path} className="my-5">
          <SvgPicture tree={block.drawing} />
          <figcaption className="text-t-1 text-ink-2">
            <strong>{figureName(block.number)}</strong> {block.caption} {block.numbers}
          </figcaption>
        </Place>
      );
    case 'formula':
      return (
        <div className="overflow-x-auto">
          <FormulaMath formula={block.formula} display />
        </div>
      );
    case 'quote':
      return (
        <blockquote className="my-3 border-l-2 border-hairline pl-4 text-ink-2">
          <Blocks blocks={block.content} />
        </blockquote>
      );
    case 'callout':
      return <Callout block={block} />;
    case 'note':
      return (
        <Place as="p" path={block.path} className="my-2 text-t-1 text-ink-3">
          <Runs content={block.content} />
        </Place>
      );
    case 'divider':
      return <hr className="my-6 border-hairline" />;
  }
}

function Heading({ block }: { readonly block: HeadingBlock }) {
  return (
    <Place
      as={block.depth === 1 ? 'h3' : 'h4'}
      path={block.path}
      className={block.depth === 1 ? 'mt-6 mb-2 font-serif text-t-4' : 'mt-4 mb-1 font-semibold'}
    >
      <Runs content={block.content} />
    </Place>
  );
}

function Definitions({ block }: { readonly block: DefinitionsBlock }) {
  return (
    <dl className="my-3 grid grid-cols-[minmax(0,1fr)] gap-x-6 sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)]">
      {block.rows.map((row, index) => (
        <Place
          key={row.path ?? index}
          as="div"
          path={row.path}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-6 border-b border-hairline py-1.5 last:border-b-0 sm:col-span-2 sm:grid-cols-subgrid"
        >
          <dt className="pt-1 text-t-1 text-ink-2">{row.label}</dt>
          <dd className="[&>*:first-child]:mt-0 [&>*:last-child]:mb-0">
            <Blocks blocks={row.content} />
          </dd>
        </Place>
      ))}
    </dl>
  );
}

/** A table where there is room; below 640 px each row is a short list that says its columns. */
function Table({ block }: { readonly block: TableBlock }) {
  return (
    <Place as="div" path={block.path} className="my-4">
      <table className="w-full border-collapse border-y border-edge text-t-2 max-sm:block">
        {block.caption === undefined ? null : (
          <caption className="pb-1 text-left text-t-1 text-ink-2 max-sm:block">{block.caption}</caption>
        )}
        <thead className="max-sm:sr-only">
          <tr>
            {block.columns.map((column, index) => (
              <th
                key={index}
                scope="col"
                className={classNames(
                  'border-b border-hairline px-2 py-1.5 align-bottom text-t-1 font-semibold text-ink-2 first:pl-0 last:pr-0',
                  column.align === 'end' ? 'text-right' : 'text-left',
                )}
              >
                <Runs content={column.label} slotted={column.align === 'end'} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {block.rows.map((row, index) => (
            <Place
              key={row.path ?? index}
              as="tr"
              path={row.path}
              className="border-b border-hairline last:border-b-0 max-sm:block max-sm:py-2"
            >
              {row.cells.map((cell, column) => (
                <td
                  key={column}
                  className={classNames(
                    'px-2 py-1.5 align-baseline first:pl-0 last:pr-0 max-sm:flex max-sm:gap-2 max-sm:p-0 max-sm:first:font-semibold',
                    block.columns[column]?.align === 'end' && 'sm:text-right',
                  )}
                >
                  {column === 0 ? null : (
                    <span aria-hidden className="min-w-20 text-t-1 text-ink-3 sm:hidden">
                      <Runs content={block.columns[column]?.label ?? []} />
                    </span>
                  )}
                  <span className="min-w-0">
                    <Runs content={cell} slotted={block.columns[column]?.align === 'end'} />
                  </span>
                </td>
              ))}
            </Place>
          ))}
        </tbody>
      </table>
    </Place>
  );
}

function List({ block }: { readonly block: ListBlock }) {
  const Tag = block.ordered ? 'ol' : 'ul';
  return (
    <Place as="div" path={block.path} className="my-3">
      <Tag
        start={block.ordered ? block.start : undefined}
        className={classNames('prose pl-6', block.ordered ? 'list-decimal' : 'list-disc')}
      >
        {block.items.map((item, index) => (
          <Place key={item.path ?? index} as="li" path={item.path} className="[&>p]:my-1">
            {item.done === undefined ? null : (
              <>
                <span aria-hidden>{item.done ? '☑ ' : '☐ '}</span>
                <span className="sr-only">{item.done ? 'Done: ' : 'Not done: '}</span>
              </>
            )}
            <Blocks blocks={item.content} />
          </Place>
        ))}
      </Tag>
    </Place>
  );
}

const CALLOUTS: Readonly<Record<CalloutBlock['tone'], { readonly mark: MarkKind; readonly look: string }>> = {
  error: { mark: 'error', look: 'border-error' },
  warning: { mark: 'warning', look: 'border-warning-mark' },
  info: { mark: 'info', look: 'border-info' },
  waived: { mark: 'waived', look: 'border-hairline' },
  question: { mark: 'waiting', look: 'border-hairline' },
};

function Callout({ block }: { readonly block: CalloutBlock }) {
  const { mark, look } = CALLOUTS[block.tone];
  return (
    <Place as="div" path={block.path} className={classNames('my-3 border-l-2 pl-4', look)}>
      <p className="flex flex-wrap items-center gap-x-3 text-t-1">
        <span className="inline-flex items-center gap-1 font-semibold">
          <Mark of={mark} />
          {block.word}
        </span>
        {block.reference === undefined ? null : <span className="text-ink-3">{block.reference}</span>}
      </p>
      <p className="prose">
        <Runs content={block.title} />
      </p>
      <Blocks blocks={block.content} />
    </Place>
  );
}
