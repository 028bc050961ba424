import type { Metadata } from 'next';

import { AcceptForm } from '#components/invitations/accept-form.tsx';
import { JoinButton } from '#components/invitations/join-button.tsx';
import { asRole, ROLE_SENTENCES } from '#components/members/role-words.ts';
import { orNull } from '#components/sessions/for-page.ts';
import { ProviderButton } from '#components/sessions/provider-button.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Invitation' };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const call = await caller();
  const invitation = await orNull(call.invitations.find({ token }), 'gone', 'not-found', 'bad-input');
  if (invitation === null) {
    return (
      <>
        <PageHeading
          title="This invitation is spent"
          lead="It has been used, withdrawn or has expired. Ask the person who sent it for a new one."
        />
        <LinkButton href={paths.signIn()}>Sign in</LinkButton>
      </>
    );
  }
  const [account, { identityProvider }] = await Promise.all([
    orNull(call.account.get({}), 'unauthenticated'),
    call.setup.status({}),
  ]);
  const { workspace, project, role, email } = invitation;
  return (
    <>
      <PageHeading
        title={`Join ${project?.title ?? workspace.name}`}
        lead={`You come in as ${asRole(role)}. ${ROLE_SENTENCES[role]}`}
      />
      {account ? (
        <JoinButton token={token} as={account.name} />
      ) : (
        <>
          {identityProvider ? (
            <div className="mb-6 border-b border-hairline pb-6">
              <ProviderButton provider="oidc" name={identityProvider.name} next={paths.invitation({ token })} />
            </div>
          ) : null}
          <AcceptForm token={token} email={email} />
        </>
      )}
    </>
  );
}
