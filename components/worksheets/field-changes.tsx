'use client';

import { useState } from 'react';
import { asChanges, type Change, type LoggedEvent } from '#components/history/event-days.ts';
import { changeWords } from '#components/history/event-words.ts';
import { MarkedChange } from '#components/history/marked-change.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { JsonObject } from '#lib/domain/json.ts';
import { shownDateTime } from '#lib/format/dates.ts';
import { paths } from '#lib/paths.ts';
import { useWorksheet } from './worksheet-context.ts';

interface FieldEvent extends LoggedEvent {
  readonly payload: JsonObject;
}

const SHOWN = 10;
/** What is typed in one go is one change of several events. */
const ASKED = 60;

const WORDS = {
  asking: 'One moment…',
  failed: 'The server does not answer. Close and open this to ask again.',
} as const;

/** Who changed this field, when, and from what to what; asked for when somebody wants to know. */
export function FieldChanges({ path }: { readonly path: string }) {
  const { facts } = useWorksheet();
  const [asked, setAsked] = useState<keyof typeof WORDS | readonly Change<FieldEvent>[]>('asking');

  async function ask() {
    try {
      const { api } = await import('#lib/client/api.ts');
      const { items } = await api.events.listProject({ ...facts.address, field: path, limit: ASKED });
      setAsked(asChanges(items).slice(0, SHOWN));
    } catch {
      setAsked('failed');
    }
  }

  return (
    <Disclosure summary={<h3 className="font-semibold">Changes</h3>} className="text-t-1" onOpen={() => void ask()}>
      {typeof asked === 'string' ? <p className="text-ink-2">{WORDS[asked]}</p> : null}
      {typeof asked === 'string' || asked.length > 0 ? null : (
        <p className="text-ink-2">None: it is as it was when the project began.</p>
      )}
      {typeof asked === 'string' || asked.length === 0 ? null : (
        <>
          <ol>
            {asked.map((change) => (
              <ChangeLine key={change.last.sequence} change={change} path={path} />
            ))}
          </ol>
          <AppLink
            href={paths.history({ ...facts.address, field: path })}
            className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
          >
            History of this field
          </AppLink>
        </>
      )}
    </Disclosure>
  );
}

function ChangeLine({ change, path }: { readonly change: Change<FieldEvent>; readonly path: string }) {
  const { facts, store } = useWorksheet();
  const { sentence, field, before, after } = changeWords(change, (at) => store.valueAt(at));
  const { at, actor, payload } = change.last;
  // The field itself is named above; what lies in it or around it has to be said.
  const about = payload['path'] === path || field === undefined ? '' : ` ${field}`;
  return (
    <li className="border-b border-hairline py-1">
      <p className="text-ink-2">
        {actor?.name ?? 'Plumbline'} {sentence}
        {about}, {shownDateTime(at, facts.dates)}
      </p>
      {before === undefined && after === undefined ? null : (
        <p>
          <MarkedChange before={before} after={after} />
        </p>
      )}
    </li>
  );
}
