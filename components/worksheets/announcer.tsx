'use client';

import { useEffect, useRef, useState } from 'react';
import { contradictions, standing } from '#components/checks/findings-at.ts';
import { useShown } from './worksheet-context.ts';

/** Tells people who do not see the marks what has come up or been mended; once, and only when typing rests. */
export function Announcer() {
  const { findings } = useShown();
  const known = useRef<ReadonlySet<string> | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const now = standing(findings);
    const before = known.current;
    known.current = new Set(now.map(({ finding }) => finding.key));
    if (before === null) return;
    const fresh = now.filter(({ finding }) => !before.has(finding.key));
    const gone = [...before].filter((key) => !known.current?.has(key));
    const accepted = findings.filter(({ finding }) => finding.waiver?.state === 'accepted');
    const isAccepted = (key: string) => accepted.some(({ finding }) => finding.key === key);
    if (fresh.length > 0) {
      setWords(`${contradictions(fresh.length)}: ${fresh.map(({ finding }) => finding.message).join(' ')}`);
    } else if (gone.length > 0) {
      setWords(`${contradictions(gone.length)} ${gone.every(isAccepted) ? 'accepted' : 'mended'}.`);
    }
  }, [findings]);
  return (
    <div role="status" className="sr-only">
      {words}
    </div>
  );
}
