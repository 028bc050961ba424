import type { Metadata } from 'next';

import { RequestResetForm } from '#components/account/request-reset-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';

export const metadata: Metadata = { title: 'Forgot the password' };

export default function RequestResetPage() {
  return (
    <>
      <PageHeading title="Forgot the password" lead="A link to your mail address lets you set a new one." />
      <RequestResetForm />
    </>
  );
}
