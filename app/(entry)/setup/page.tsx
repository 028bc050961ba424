import type { Metadata } from 'next';
import { redirect } from 'next/navigation';

import { SetupForm } from '#components/setup/setup-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetupPage() {
  const call = await caller();
  const { needed, codeRequired } = await call.setup.status({});
  if (!needed) redirect(paths.signIn());
  return (
    <>
      <PageHeading
        title="Set up"
        lead="The first account owns the first workspace. Everyone else comes by invitation."
      />
      <SetupForm codeNeeded={codeRequired} />
    </>
  );
}
