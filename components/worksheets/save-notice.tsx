'use client';

import { useState } from 'react';
import { latePart } from '#components/forms/late.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { saveSentence } from './save-sentence.ts';
import { useNow } from './use-now.ts';
import { isAway, useHeldWays } from './ways.ts';
import { useDurable, useSaveState, useWorksheet } from './worksheet-context.ts';

const SignInAgain = latePart(async () => (await import('./sign-in-again.tsx')).SignInAgain);

/** At the foot of the window, so that nothing moves under the hands of whoever types when the connection comes and goes. */
export function SaveNotice() {
  const { outbox } = useWorksheet();
  const state = useSaveState();
  const durable = useDurable() !== false;
  const now = useNow(state.kind === 'not-saved' ? 1000 : null);
  const [signingIn, setSigningIn] = useState(false);
  const sentence = saveSentence(state, now, durable);
  const held = useHeldWays(isAway(state));
  return (
    <>
      {sentence === null ? null : (
        <div className="fixed inset-x-0 bottom-0 z-20 border-t border-edge bg-page shadow-overlay max-sm:bottom-12">
          <Banner
            live
            tone={state.kind === 'not-saved' ? 'error' : 'warning'}
            action={
              state.kind === 'signed-out' ? (
                <Button onClick={() => setSigningIn(true)}>Sign in</Button>
              ) : state.kind === 'offline' && state.kept === 0 ? null : (
                <Button onClick={() => outbox.flush()}>Try now</Button>
              )
            }
          >
            {sentence.words}
            <span aria-hidden>{sentence.countdown}</span>.{held ? ' Other pages open after that.' : null}
          </Banner>
        </div>
      )}
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
