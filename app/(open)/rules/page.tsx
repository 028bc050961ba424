import type { Metadata } from 'next';

import { RuleList } from '#components/rules/rule-list.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { rules } from '#lib/domain/checks/all-rules.ts';

export const metadata: Metadata = { title: 'Rules' };

export default function RulesPage() {
  return (
    <PageMain width="measure">
      <PageHeading
        title="Rules"
        lead="What the checks hold against each other. A rule that lacks an answer waits; it never passes a blank."
      />
      <RuleList rules={rules} />
    </PageMain>
  );
}
