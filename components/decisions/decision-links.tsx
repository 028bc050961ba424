'use client';

import { AppLink } from '#components/workspaces/app-link.tsx';
import type { DecisionStatus } from '#lib/domain/worksheets/decision.ts';
import { paths } from '#lib/paths.ts';
import { statusWords } from './decision-words.ts';

interface DecisionLinksProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly decisions: readonly {
    readonly number: number;
    readonly title: string;
    readonly status: DecisionStatus;
    readonly supersededBy: number | null;
  }[];
}

/** Decisions that something was shaped by, each a link. */
export function DecisionLinks({ at, decisions }: DecisionLinksProps) {
  return (
    <ul className="flex flex-col gap-1">
      {decisions.map(({ number, title, ...standing }) => (
        <li key={number} className="min-w-0 break-words">
          <AppLink href={paths.decisions({ ...at, number })} className="link">
            Decision {number}: {title}
          </AppLink>{' '}
          <span className="text-ink-2">{statusWords(standing).toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}
