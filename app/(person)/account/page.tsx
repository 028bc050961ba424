import type { Metadata } from 'next';

import { PasswordForm } from '#components/account/password-form.tsx';
import { ProfileForm } from '#components/account/profile-form.tsx';
import { reader } from '#components/account/reader.ts';
import { ThemeChoice } from '#components/account/theme-choice.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { ProviderButton } from '#components/sessions/provider-button.tsx';
import { SessionTable } from '#components/sessions/session-table.tsx';
import { TokenPanel } from '#components/tokens/token-panel.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain, PageSection } from '#components/ui/page-main.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const [style, call] = await Promise.all([reader(), caller()]);
  const [account, sessions, tokens, { identityProvider }] = await forPage(
    Promise.all([call.account.get({}), call.sessions.list({}), call.tokens.list({}), call.setup.status({})]),
    paths.account(),
  );
  const now = Date.now();
  return (
    <PageMain>
      <PageHeading title="Account" />
      <PageSection title="You">
        <ProfileForm profile={account} />
      </PageSection>
      <PageSection title="Look">
        <ThemeChoice theme={style.theme} />
      </PageSection>
      <PageSection title="Password">
        {account.hasPassword ? (
          <PasswordForm />
        ) : (
          <p className="max-w-measure text-ink-2">
            You sign in through the identity provider, so there is no password here to change.
          </p>
        )}
      </PageSection>
      {identityProvider && !account.linked ? (
        <PageSection
          title={identityProvider.name}
          lead={`Link this account, so that you can sign in without its password. ${identityProvider.name} must know you by ${account.email}.`}
        >
          <ProviderButton provider="oidc" name={identityProvider.name} next={paths.account()} />
        </PageSection>
      ) : null}
      <PageSection title="Sessions" lead="Where you are signed in. Signing a browser out takes effect at once.">
        <SessionTable sessions={sessions.items} style={style} />
      </PageSection>
      <PageSection
        title="API tokens"
        lead="For programs that act in your name: a pipeline that runs the checks, a script that reads worksheets."
      >
        <TokenPanel
          tokens={tokens.items.map((token) => ({ ...token, expired: token.expiresAt.getTime() <= now }))}
          style={style}
        />
      </PageSection>
    </PageMain>
  );
}
