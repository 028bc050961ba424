import { Severity } from '#components/ui/mark.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Rule } from '#lib/domain/checks/rule.ts';
import { paths } from '#lib/paths.ts';

import { familyOf } from './rule-words.ts';

/** Every rule, by family: what it demands, and how loudly. */
export function RuleList({ rules }: { rules: readonly Rule[] }) {
  const families = Map.groupBy(rules, ({ id }) => familyOf(id));
  return [...families].map(([family, members]) => (
    <section key={family} className="mt-8">
      <h2 className="font-serif text-t-4">{family}</h2>
      <ul className="mt-2 border-b border-hairline">
        {members.map(({ id, title, severity }) => (
          <li
            key={id}
            className="relative flex flex-wrap items-baseline gap-x-4 border-t border-hairline py-2 hover:bg-accent-soft"
          >
            <span className="w-16 font-code text-t-1 text-ink-2">{id}</span>
            <AppLink
              href={paths.rule({ rule: id })}
              className="min-w-0 flex-1 font-semibold before:absolute before:inset-0 hover:text-accent"
            >
              {title}
            </AppLink>
            <Severity of={severity} className="text-t-1 text-ink-2" />
          </li>
        ))}
      </ul>
    </section>
  ));
}
