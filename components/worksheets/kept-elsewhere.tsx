'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { saveFile } from '#components/documents/save-file.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { countedEdits, isOpen, type KeptOp } from '#lib/client/kept-ops.ts';
import { openOutboxStorage } from '#lib/client/outbox-storage.ts';
import type { Outbox } from '#lib/client/outbox.ts';
import { personOutbox } from '#lib/client/person-outbox.ts';
import { paths } from '#lib/paths.ts';

/**
 * Edits of an earlier visit, on pages where nothing else speaks of them: they are sent from here too, and what the
 * server does not take in is shown with the way to it. Also where the project can no longer be opened.
 */
export function KeptElsewhere() {
  const outbox = useOwnOutbox();
  return outbox === null ? null : <KeptList outbox={outbox} />;
}

/** Null unless somebody is signed in whose edits lie in this browser. */
function useOwnOutbox(): Outbox | null {
  const [found, setFound] = useState<Outbox | null>(null);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let wanted = true;
    const look = async () => {
      const people = await (await openOutboxStorage()).people();
      if (people.length === 0) return;
      const { api } = await import('#lib/client/api.ts');
      const { id } = await api.account.get({});
      if (!wanted || !people.includes(id)) return;
      const { outbox, connect } = personOutbox(id);
      stop = connect();
      await outbox.open();
      setFound(outbox);
    };
    // Who is signed out, or has no connection, is told so elsewhere.
    look().catch(() => undefined);
    return () => {
      wanted = false;
      stop?.();
    };
  }, []);
  return found;
}

function KeptList({ outbox }: { readonly outbox: Outbox }) {
  const kept = useSyncExternalStore(
    outbox.onChange,
    () => outbox.kept,
    () => outbox.kept,
  );
  const state = useSyncExternalStore(
    outbox.onChange,
    () => outbox.state,
    () => outbox.state,
  );
  // What is on its way needs no words.
  const shown = state.kind === 'saving' ? kept.filter((entry) => !isOpen(entry)) : kept;
  const projects = [...Map.groupBy(shown, ({ workspace, project }) => `${workspace}/${project}`)];
  if (projects.length === 0) return null;
  return (
    <Banner tone="warning" live className="mb-6">
      <ul>
        {projects.map(([name, entries]) => (
          <KeptProject key={name} entries={entries} onDiscard={(ids) => void outbox.discard(ids)} />
        ))}
      </ul>
    </Banner>
  );
}

interface KeptProjectProps {
  readonly entries: readonly KeptOp[];
  readonly onDiscard: (ids: readonly string[]) => void;
}

function KeptProject({ entries, onDiscard }: KeptProjectProps) {
  const [sure, setSure] = useState(false);
  const { workspace = '', project = '' } = entries[0] ?? {};
  const refused = entries.filter((entry) => !isOpen(entry));
  const reason = entries.find(({ state }) => state === 'held')?.outcome?.reason;
  const address = paths.document({ workspace, project });
  const count = countedEdits(entries);
  const edits = count === 1 ? '1 edit of yours' : `${count} edits of yours`;
  const why = refused.length === 0 ? 'not sent yet.' : (reason ?? 'they met changes by others.');
  // On the very page that says that there is no such project, a way to it would be none.
  const isHere = location.pathname === address || location.pathname.startsWith(`${address}/`);
  const save = async () => {
    const { keptFile } = await import('./kept-text.ts');
    saveFile(keptFile(entries, () => undefined));
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-1">
      <span className="min-w-0 flex-1 basis-64">
        {edits} to ‘{project}’ {count === 1 ? 'is' : 'are'} kept in this browser: {why}
      </span>
      {isHere ? null : (
        <LinkButton as={AppLink} size="compact" href={address}>
          Open the project
        </LinkButton>
      )}
      <Button size="compact" onClick={() => void save()}>
        Save as a file
      </Button>
      {refused.length === entries.length ? (
        <Button
          size="compact"
          look={sure ? 'danger' : 'secondary'}
          onClick={() => (sure ? onDiscard(entries.map(({ op }) => op.id)) : setSure(true))}
        >
          {sure ? 'Discard for good' : 'Discard'}
        </Button>
      ) : null}
    </li>
  );
}
