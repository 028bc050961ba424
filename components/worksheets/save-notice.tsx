'use client';

import { useEffect, useState } from 'react';
import { latePart } from '#components/forms/late.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { saveSentence } from './save-sentence.ts';
import { useNow } from './use-now.ts';
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
  const held = useHeldLinks(state.kind === 'offline' || state.kind === 'not-saved');
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
              ) : (
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

/**
 * While the server is away, links to other pages lead to the browser's own page of errors, and the way back from there
 * is closed: they are held. The answer says whether somebody has tried one.
 */
function useHeldLinks(away: boolean): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!away) return;
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || !leavesThisPage(link, event)) return;
      event.preventDefault();
      event.stopPropagation();
      setHeld(true);
    };
    document.addEventListener('click', hold, { capture: true });
    return () => {
      document.removeEventListener('click', hold, { capture: true });
      setHeld(false);
    };
  }, [away]);
  return held;
}

/** What opens in another tab, or is a download, leaves this page where it is. */
function leavesThisPage(link: HTMLAnchorElement, { button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  const elsewhere = button !== 0 || ctrlKey || metaKey || shiftKey || link.target === '_blank' || link.download !== '';
  const { pathname, search } = location;
  return !elsewhere && link.href !== '' && (link.pathname !== pathname || link.search !== search);
}
