import type { Metadata } from 'next';
import { redirect } from 'next/navigation';

import { ProviderButton } from '#components/sessions/provider-button.tsx';
import { safeNext } from '#components/sessions/safe-next.ts';
import { signInSentence } from '#components/sessions/sign-in-errors.ts';
import { SignInForm } from '#components/sessions/sign-in-form.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  readonly searchParams: Promise<{ next?: string; callbackUrl?: string; error?: string; reset?: string }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const call = await caller();
  const [{ next, error, reset }, { needed, identityProvider }] = await Promise.all([
    searchParams,
    call.setup.status({}),
  ]);
  if (needed) redirect(paths.setUp());
  const target = safeNext(next);
  return (
    <>
      <PageHeading title="Sign in" />
      <div className="flex flex-col gap-6">
        {error ? <Banner tone="error">{signInSentence(error)}</Banner> : null}
        {reset === 'done' ? <Banner>The new password is set. Sign in with it.</Banner> : null}
        {identityProvider ? (
          <div className="border-b border-hairline pb-6">
            <ProviderButton provider="oidc" name={identityProvider.name} next={target} />
          </div>
        ) : null}
        <SignInForm next={target} />
        <p className="text-t-1 text-ink-2">
          There is no sign-up: people come by invitation. The{' '}
          <a href={paths.calculators()} className="link">
            calculators
          </a>{' '}
          and the{' '}
          <a href={paths.rules()} className="link">
            rules
          </a>{' '}
          need no account.
        </p>
      </div>
    </>
  );
}
