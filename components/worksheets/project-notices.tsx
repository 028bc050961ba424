'use client';

import { useEffect, useState } from 'react';
import { latePart } from '#components/forms/late.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { refusedOf } from '#lib/client/outbox.ts';
import { paths } from '#lib/paths.ts';
import { saveSentence } from './save-words.ts';
import { useKeptOps, useSaveState, useWorksheet } from './worksheet-context.ts';

const ConflictList = latePart(async () => (await import('./conflict-list.tsx')).ConflictList);
const SignInAgain = latePart(async () => (await import('./sign-in-again.tsx')).SignInAgain);

/** What stands in the way of editing, and edits that need their author. */
export function ProjectNotices() {
  const { facts, outbox } = useWorksheet();
  const refused = refusedOf(useKeptOps(), facts.address);
  return (
    <div className="screen-only">
      {facts.locked === null ? null : (
        <Banner
          action={
            facts.archived ? (
              <LinkButton as={AppLink} size="compact" href={paths.projectSettings(facts.address)}>
                Settings
              </LinkButton>
            ) : null
          }
        >
          {facts.locked}
        </Banner>
      )}
      {facts.locked === null && outbox.durable === false ? (
        <Banner tone="warning">
          This browser does not let Plumbline keep unsent edits. Keep this tab open until “Saved” stands above.
        </Banner>
      ) : null}
      {refused.length === 0 ? null : <ConflictList refused={refused} />}
      <SaveNotice />
    </div>
  );
}

/** At the foot of the window, so that nothing moves under the hands of whoever types when the connection comes and goes. */
function SaveNotice() {
  const { outbox } = useWorksheet();
  const state = useSaveState();
  const now = useNow(state.kind === 'not-saved');
  const [signingIn, setSigningIn] = useState(false);
  const sentence = saveSentence(state, now);
  if (sentence === null) return null;
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-edge bg-page shadow-overlay max-sm:bottom-12">
      <Banner
        live
        tone={state.kind === 'not-saved' ? 'error' : 'warning'}
        action={
          state.kind === 'signed-out' ? (
            <Button onClick={() => setSigningIn(true)}>Sign in</Button>
          ) : (
            <Button onClick={() => outbox.flush()}>Try now</Button>
          )
        }
      >
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
    </div>
  );
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
