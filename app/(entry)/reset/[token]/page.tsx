import type { Metadata } from 'next';

import { ResetForm } from '#components/account/reset-form.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'New password' };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const call = await caller();
  const { open } = await call.account.findReset({ token });
  if (!open) {
    return (
      <>
        <PageHeading title="This link is spent" lead="It has been used or has expired. Ask for a new one." />
        <LinkButton href={paths.requestReset()}>Ask for a new link</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeading
        title="New password"
        lead="Every browser in which you are signed in will have to sign in again, and your API tokens end."
      />
      <ResetForm token={token} />
    </>
  );
}
