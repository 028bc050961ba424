'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEditing, useDraftValue } from '#components/forms/editing.ts';
import { latePart } from '#components/forms/late.tsx';
import { itemName, listItems, newItemId, type DraftItem } from '#components/forms/list-items.ts';
import { RemoveItem, useRemoval } from '#components/forms/remove-item.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { ItemPlace } from './item-address.ts';
import type { Section } from '#lib/domain/worksheets/definition.ts';
import { parentPath } from '#lib/domain/worksheets/draft-path.ts';
import { paths } from '#lib/paths.ts';
import { useOpen } from './field-href.ts';
import { FieldGroups } from './field-groups.tsx';
import { NextQuestion } from './next-question-foot.tsx';
import { UsedBy } from './used-by.tsx';
import { useWorksheet } from './worksheet-context.ts';

const DeletionNote = latePart(async () => (await import('./deletion-note.tsx')).DeletionNote);

interface ItemSheetProps {
  readonly section: Section;
  readonly place: ItemPlace;
}

/** One item of a list, as a page within its section. */
export function ItemSheet({ section, place }: ItemSheetProps) {
  const { facts } = useWorksheet();
  const editing = useEditing();
  const open = useOpen();
  const items = listItems(useDraftValue(place.list));
  const at = items.findIndex((item) => item.id === place.id);
  const item = items[at];
  const path = `${place.list}.${place.id}`;
  // An item inside of another is written on that one's page.
  const holder = parentPath(place.list);
  const inSection = (field: string) => paths.write({ ...facts.address, section: section.key, field });
  const back = holder === section.key ? inSection(place.list) : `${editing.itemHref(holder)}#${place.list}`;
  const noun = place.field.itemNoun;
  const removal = useRemoval(path, noun, () => open(back));
  if (item === undefined) {
    return (
      <>
        <h1 className="font-serif text-t-5">This {noun} is gone</h1>
        <EmptyState
          action={
            <AppLink href={back} className="link">
              Back to {section.title}
            </AppLink>
          }
        >
          It was deleted. The history of the project still holds it.
        </EmptyState>
        <DeletionNote path={path} />
      </>
    );
  }
  const name = itemName(place.field, item, at);
  const addAnother = () => {
    const id = newItemId(noun, items);
    editing.insert(place.list, { id }, place.id);
    editing.openOnItemPage(`${place.list}.${id}.${place.field.summary[0] ?? ''}`);
  };
  const hrefOf = (other: DraftItem) => editing.itemHref(`${place.list}.${other.id}`);
  return (
    <>
      <header className="pb-2">
        <nav
          aria-label={`${section.title}, items`}
          className="flex items-center justify-between gap-2 text-t-1 text-ink-2"
        >
          <span>
            <AppLink href={holder === section.key ? back : inSection(holder)} className="link">
              {section.title}
            </AppLink>
            <span aria-hidden> › </span>
            <span className="sr-only">, </span>
            {name}
          </span>
          <span className="flex items-center gap-1">
            <Step item={items[at - 1]} word={`Previous ${noun}`} icon={ChevronLeft} hrefOf={hrefOf} />
            {at + 1} of {items.length}
            <Step item={items[at + 1]} word={`Next ${noun}`} icon={ChevronRight} hrefOf={hrefOf} />
          </span>
        </nav>
        <h1 id={path} tabIndex={-1} className="font-serif text-t-5">
          {name}
        </h1>
      </header>
      <FieldGroups fields={place.field.fields} at={path} />
      <footer className="flex flex-wrap items-center justify-between gap-4 pt-4 text-t-1 text-ink-2">
        <UsedBy path={path} />
        <span className="flex flex-wrap gap-2">
          <LinkButton as={AppLink} href={back} size="compact">
            Done
          </LinkButton>
          <Button size="compact" disabledReason={editing.locked ?? undefined} onClick={addAnother}>
            Add another {noun}
          </Button>
          <Button look="danger" size="compact" disabledReason={editing.locked ?? undefined} onClick={removal.ask}>
            Delete {noun}
          </Button>
        </span>
      </footer>
      <NextQuestion page={path} />
      <RemoveItem removal={removal} name={name} />
    </>
  );
}

interface StepProps {
  readonly item: DraftItem | undefined;
  readonly word: string;
  readonly icon: typeof ChevronLeft;
  readonly hrefOf: (item: DraftItem) => string;
}

function Step({ item, word, icon, hrefOf }: StepProps) {
  if (item === undefined) return <span className="size-9" />;
  return (
    <AppLink
      href={hrefOf(item)}
      aria-label={word}
      className="flex size-9 items-center justify-center hover:text-accent pointer-coarse:size-11"
    >
      <Icon of={icon} />
    </AppLink>
  );
}
