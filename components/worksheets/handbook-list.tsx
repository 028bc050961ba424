import { AppLink } from '#components/workspaces/app-link.tsx';
import { stages, type Section } from '#lib/domain/worksheets/definition.ts';
import { paths } from '#lib/paths.ts';
import { STAGE_QUESTIONS } from './stage-words.ts';

/** The sections of a worksheet by the stage that they settle. */
export function HandbookList({ sections }: { readonly sections: readonly Section[] }) {
  return stages.map((stage) => (
    <section key={stage} className="mt-8">
      <h2 className="font-serif text-t-4">{STAGE_QUESTIONS[stage]}</h2>
      <ul className="mt-2 border-b border-hairline">
        {sections
          .filter((section) => section.stage === stage)
          .map(({ key, title, intro }) => (
            <li key={key} className="relative border-t border-hairline py-2 hover:bg-accent-soft">
              <AppLink
                href={paths.handbook({ section: key })}
                className="font-semibold before:absolute before:inset-0 hover:text-accent"
              >
                {title}
              </AppLink>
              <p className="text-ink-2">{intro}</p>
            </li>
          ))}
      </ul>
    </section>
  ));
}
