import type { Metadata } from 'next';
import { StopMail } from '#components/notices/stop-mail.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';

export const metadata: Metadata = { title: 'Stop mails' };

export default async function StopMailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <>
      <PageHeading
        title="Stop mails"
        lead="Mails about mentions, replies and questions. What they tell stands in the inbox all the same."
      />
      <StopMail token={token} />
    </>
  );
}
