'use client';

import { useState, type ReactNode } from 'react';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Severity } from '#components/ui/mark.tsx';
import type { End, Finding } from '#lib/domain/checks/report.ts';
import type { WaiverActions } from './waiver-actions.ts';
import { WaiverChoice } from './waiver-choice.tsx';
import { waiverWords } from './waiver-words.ts';

interface AcceptedFindingsProps {
  readonly findings: readonly Finding[];
  readonly waivers: WaiverActions;
  /** The way to the field of an end. */
  readonly renderLink: (end: End) => ReactNode;
  /** One of them has been withdrawn or changed, and the button for it is gone. */
  readonly onDone: () => void;
}

/** What is accepted, folded: who accepted it, why, until when, and the way back. */
export function AcceptedFindings({ findings, waivers, renderLink, onDone }: AcceptedFindingsProps) {
  return findings.length === 0 ? null : (
    <List findings={findings} waivers={waivers} renderLink={renderLink} onDone={onDone} />
  );
}

function List({ findings, waivers, renderLink, onDone }: AcceptedFindingsProps) {
  const [kept] = useState(() => findings.some(({ key }) => waivers.drafts.has(key)));
  return (
    <Disclosure className="mt-2 text-t-1" open={kept} summary={`Accepted ${findings.length}`}>
      <ul>
        {findings.map((finding) => (
          <li key={finding.key} className="flex flex-col gap-1 border-b border-hairline py-2 last:border-b-0">
            <p className="flex items-center justify-between gap-2">
              <Severity of="waived" className="font-semibold" />
              <span className="text-ink-3">{finding.rule}</span>
            </p>
            <p className="text-t-2">{finding.message}</p>
            {finding.waiver === undefined ? null : (
              <p className="text-ink-2">{waiverWords(finding.waiver, waivers.locale)}</p>
            )}
            {finding.ends[0] === undefined ? null : <p>{renderLink(finding.ends[0])}</p>}
            <WaiverChoice finding={finding} waivers={waivers} onDone={onDone} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
