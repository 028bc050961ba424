'use client';

import { FieldControl } from '#components/forms/field-control.tsx';
import { useEditing } from '#components/forms/editing.ts';
import { FindingCard } from '#components/checks/finding-card.tsx';
import type { ShownFinding } from '#lib/client/shown-findings.ts';
import type { End } from '#lib/domain/checks/report.ts';
import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import { FieldLink } from './field-link.tsx';
import { useWorksheet } from './worksheet-context.ts';

/** Findings as cards, their ends editable where they stand. */
export function Findings({ shown }: { readonly shown: readonly ShownFinding[] }) {
  const { store, assessor } = useWorksheet();
  const editing = useEditing();

  function renderEnd(end: End) {
    const field = fieldAtPath(end.path);
    if (editing.locked !== null || field === undefined || field.kind === 'list' || field.kind === 'group') return null;
    if (field.kind === 'markdown' || field.kind === 'choices') return null;
    return <FieldControl away field={field} path={end.path} id={`panel.${end.path}`} label={end.label} />;
  }

  return shown.map((entry) => (
    <FindingCard
      key={entry.finding.key}
      shown={entry}
      renderEnd={renderEnd}
      renderLink={(end) => (
        <FieldLink path={end.path} className="text-ink-2 hover:text-accent">
          {end.label}
        </FieldLink>
      )}
      onHold={(held) => assessor.hold(held ? entry.finding.key : null)}
      onUndo={() => store.undo()}
      onRemedy={
        editing.locked !== null
          ? undefined
          : ({ remedy }) => {
              if (remedy?.path === undefined || remedy.value === undefined) return;
              editing.set(remedy.path, remedy.value);
              editing.leave();
            }
      }
    />
  ));
}
