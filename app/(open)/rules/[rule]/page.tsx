import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { exampleFinding } from '#components/rules/example-finding.ts';
import { familyOf } from '#components/rules/rule-words.ts';
import { RuleView } from '#components/rules/rule-view.tsx';
import { Severity } from '#components/ui/mark.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { rules } from '#lib/domain/checks/all-rules.ts';

interface RulePageProps {
  readonly params: Promise<{ rule: string }>;
}

const find = (id: string) => rules.find((rule) => rule.id === id.toUpperCase());

export async function generateMetadata({ params }: RulePageProps): Promise<Metadata> {
  const rule = find((await params).rule);
  return { title: rule ? `${rule.id} ${rule.title}` : 'Not found' };
}

export default async function RulePage({ params }: RulePageProps) {
  const rule = find((await params).rule);
  if (rule === undefined) notFound();
  return (
    <PageMain width="measure">
      <PageHeading
        title={rule.title}
        lead={
          <span className="flex flex-wrap items-center gap-x-4">
            <span className="font-code text-t-1">{rule.id}</span>
            {familyOf(rule.id)}
            <Severity of={rule.severity} />
          </span>
        }
      />
      <RuleView rule={rule} finding={exampleFinding(rule)} />
    </PageMain>
  );
}
