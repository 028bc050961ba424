import type { Metadata } from 'next';

import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { calculators } from '#lib/domain/calculators/all-calculators.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Calculators' };

export default function CalculatorsPage() {
  return (
    <PageMain width="measure">
      <PageHeading title="Calculators" lead="The arithmetic behind the checks. Nothing typed here is sent or stored." />
      <ul className="border-b border-hairline">
        {calculators.map(({ id, title, question }) => (
          <li key={id} className="relative border-t border-hairline py-3 hover:bg-accent-soft">
            <h2 className="font-semibold">
              <AppLink
                href={paths.calculator({ calculator: id })}
                className="before:absolute before:inset-0 hover:text-accent"
              >
                {title}
              </AppLink>
            </h2>
            <p className="mt-0.5 font-serif text-ink-2">{question}</p>
          </li>
        ))}
      </ul>
    </PageMain>
  );
}
