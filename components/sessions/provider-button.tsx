'use client';

import { useState } from 'react';

import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';

import { signInWithProvider } from './sign-in.ts';

interface ProviderButtonProps {
  /** The id that the server knows the provider by. */
  readonly provider: string;
  /** What people call it: "Acme single sign-on". */
  readonly name: string;
  readonly next: string;
}

export function ProviderButton({ provider, name, next }: ProviderButtonProps) {
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle');
  async function leave() {
    setState('leaving');
    try {
      await signInWithProvider(provider, next);
    } catch {
      setState('failed');
    }
  }
  return (
    <div className="flex flex-col gap-3">
      <Button className="self-start" pending={state === 'leaving'} onClick={() => void leave()}>
        Continue with {name}
      </Button>
      {state === 'failed' ? (
        <Banner tone="error" live>
          {name} could not be reached. Try again in a moment.
        </Banner>
      ) : null}
    </div>
  );
}
