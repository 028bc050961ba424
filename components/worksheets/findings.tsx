'use client';

import { AcceptedFindings } from '#components/checks/accepted-findings.tsx';
import { FindingCard } from '#components/checks/finding-card.tsx';
import { useEditing } from '#components/forms/editing.ts';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { FieldControl } from '#components/forms/field-control.tsx';
import type { ShownFinding } from '#lib/client/shown-findings.ts';
import { byCause } from '#lib/domain/checks/causes.ts';
import type { End, Finding } from '#lib/domain/checks/report.ts';
import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import { paths } from '#lib/paths.ts';
import { FieldLink } from './field-link.tsx';
import { useWaiverActions } from './use-waiver-actions.ts';
import { useWorksheet } from './worksheet-context.ts';

/** Findings as cards, one a cause, their ends editable where they stand. */
export function Findings({ shown }: { readonly shown: readonly ShownFinding[] }) {
  const { store, assessor, facts } = useWorksheet();
  const editing = useEditing();
  const waivers = useWaiverActions();

  function renderMore({ rule, paths: [field] }: Finding) {
    if (editing.locked !== null) return null;
    return (
      <AppLink href={paths.newDecision(facts.address, { field, rule })} className="link self-start">
        Make a decision
      </AppLink>
    );
  }

  function renderEnd(end: End) {
    const field = fieldAtPath(end.path);
    if (editing.locked !== null || field === undefined || field.kind === 'list' || field.kind === 'group') return null;
    if (field.kind === 'markdown' || field.kind === 'choices') return null;
    return <FieldControl away field={field} path={end.path} id={`panel.${end.path}`} label={end.label} />;
  }

  return byCause(shown).map((group) => (
    <FindingCard
      key={group[0]?.finding.key}
      shown={group}
      renderEnd={renderEnd}
      renderLink={renderLink}
      onHold={(held) => assessor.hold(held ? group.map(({ finding }) => finding.key) : [])}
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
      waivers={waivers}
      renderMore={renderMore}
    />
  ));
}

interface AcceptedProps {
  readonly waived: readonly Finding[];
  /** Those that still have a card, where they are until it folds. */
  readonly shown: readonly ShownFinding[];
}

/** The accepted findings, folded in one list. */
export function Accepted({ waived, shown }: AcceptedProps) {
  const waivers = useWaiverActions();
  const listed = waived.filter(({ key }) => shown.every(({ finding }) => finding.key !== key));
  // The entry that had the cursor is gone: the panel is the nearest place that stays.
  const toPanel = () => document.getElementById('panel')?.focus();
  return <AcceptedFindings findings={listed} waivers={waivers} renderLink={renderLink} onDone={toPanel} />;
}

function renderLink(end: End) {
  return (
    <FieldLink path={end.path} className="text-ink-2 hover:text-accent">
      {end.label}
    </FieldLink>
  );
}
