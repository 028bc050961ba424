'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useEditing, type PersonChoice } from '#components/forms/editing.ts';
import { PersonBox } from '#components/forms/person-box.tsx';
import { submitErrorOf } from '#components/forms/submit-error.ts';
import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { FieldError } from '#components/ui/field-frame.tsx';
import { isAppError } from '#lib/domain/errors.ts';
import { useWorksheet } from './worksheet-context.ts';

interface OwnerChooserProps {
  readonly section: string;
  readonly title: string;
  readonly onDone: () => void;
}

/** A box in the place of the line: choosing somebody makes them the owner at once. */
export function OwnerChooser({ section, title, onDone }: OwnerChooserProps) {
  const { facts } = useWorksheet();
  const { announce } = useEditing();
  const router = useRouter();
  const { run, running, failure } = useAction();
  const line = useRef<HTMLDivElement>(null);
  const owner = facts.owners[section];
  const id = `owner.${section}`;

  useEffect(() => line.current?.querySelector('input')?.focus(), []);

  async function set(person: string | null, was: string | null) {
    const { api } = await import('#lib/client/api.ts');
    try {
      await api.projects.setOwner({ ...facts.address, section, person, was });
    } catch (error) {
      // Somebody was faster: whom they chose is shown beside the reason.
      if (isAppError(error) && error.code === 'conflict') router.refresh();
      throw error;
    }
    router.refresh();
  }

  function choose(person: PersonChoice | null) {
    const [before, after] = [owner?.id ?? null, person?.id ?? null];
    if (before === after && owner?.gone === null) return onDone();
    run('own', async () => {
      await set(after, before);
      onDone();
      announce(person === null ? `Nobody owns ‘${title}’.` : `${person.name} owns ‘${title}’.`, () => {
        set(before, after).catch((error: unknown) => announce(submitErrorOf(error).message));
      });
    });
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc gives up what the box inside began
    <div
      ref={line}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onDone();
        }
      }}
      className="flex flex-wrap items-center gap-2 text-ink"
    >
      <PersonBox
        id={id}
        label={`Owner of ${title}`}
        first={owner?.gone === null ? owner.name : ''}
        describedBy={failure === null ? undefined : `${id}-error`}
        invalid={failure !== null}
        actsAtOnce
        onChoose={(person) => {
          if (person !== null) choose(person);
        }}
        otherwise={owner === undefined ? undefined : { label: 'Nobody', onChoose: () => choose(null) }}
        className="w-56!"
      />
      <Button size="compact" look="quiet" pending={running !== null} onClick={onDone}>
        Cancel
      </Button>
      <FieldError id={id} error={failure ?? undefined} />
    </div>
  );
}
