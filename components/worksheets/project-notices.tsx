'use client';

import { useEffect, useState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { refusedOf } from '#lib/client/outbox.ts';
import { ConflictList } from './conflict-list.tsx';
import { saveSentence } from './save-words.ts';
import { SignInAgain } from './sign-in-again.tsx';
import { useKeptOps, useSaveState, useWorksheet } from './worksheet-context.ts';

/** One thing at a time that stands in the way, the most pressing first, and below it edits that need their author. */
export function ProjectNotices() {
  const { facts } = useWorksheet();
  const refused = refusedOf(useKeptOps(), facts.address);
  return (
    <div className="screen-only">
      <Notice />
      {refused.length === 0 ? null : <ConflictList refused={refused} />}
    </div>
  );
}

function Notice() {
  const { facts, outbox } = useWorksheet();
  const state = useSaveState();
  const now = useNow(state.kind === 'not-saved');
  const [signingIn, setSigningIn] = useState(false);
  const sentence = saveSentence(state, now);
  if (state.kind === 'signed-out') {
    return (
      <>
        <Banner tone="warning" live action={<Button onClick={() => setSigningIn(true)}>Sign in</Button>}>
          {sentence}
        </Banner>
        <SignInAgain
          open={signingIn}
          onClose={() => setSigningIn(false)}
          onSignedIn={() => {
            setSigningIn(false);
            outbox.flush();
          }}
        />
      </>
    );
  }
  if (state.kind === 'not-saved') {
    return (
      <Banner tone="error" live action={<Button onClick={() => outbox.flush()}>Try now</Button>}>
        {sentence}
      </Banner>
    );
  }
  if (state.kind === 'offline') {
    return (
      <Banner tone="warning" live>
        {sentence}
      </Banner>
    );
  }
  if (outbox.durable === false) {
    return (
      <Banner tone="warning">
        This browser does not let Plumbline keep unsent edits. Keep this tab open until “Saved” stands above.
      </Banner>
    );
  }
  return facts.locked === null ? null : <Banner tone="info">{facts.locked}</Banner>;
}

/** The time, moving once a second while somebody waits for it. */
function useNow(moving: boolean): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!moving) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [moving]);
  return now;
}
