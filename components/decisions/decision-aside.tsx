import { AppLink } from '#components/workspaces/app-link.tsx';
import { valueWords } from '#components/worksheets/value-words.ts';
import type { Json } from '#lib/domain/json.ts';
import type { DecisionLink } from '#lib/domain/worksheets/decision.ts';
import { paths } from '#lib/paths.ts';

interface DecisionAsideProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly fields: readonly {
    readonly path: string;
    readonly label: string;
    readonly state: 'stands' | 'moved-away' | 'gone';
    readonly was: Json;
    readonly now: Json;
  }[];
  readonly links: readonly DecisionLink[];
}

/** What a decision shaped, then and now, and what it came from. */
export function DecisionAside({ at, fields, links }: DecisionAsideProps) {
  const others = links.filter(({ kind }) => kind !== 'field' && kind !== 'revision');
  if (fields.length === 0 && others.length === 0) return null;
  return (
    <aside aria-label="What it is about" className="text-t-1 lg:border-l lg:border-hairline lg:pl-6">
      {fields.length === 0 ? null : (
        <>
          <h2 className="font-semibold">What it shaped</h2>
          <ul className="mt-2 flex flex-col gap-4">
            {fields.map(({ path, label, state, was, now }) => (
              <li key={path} className="min-w-0">
                {state === 'gone' ? (
                  <span>{label}</span>
                ) : (
                  <AppLink href={paths.document({ ...at, field: path })} className="link break-words">
                    {label}
                  </AppLink>
                )}
                {state === 'stands' ? (
                  <p className="break-words text-ink-2">{words(path, now)}</p>
                ) : (
                  <dl className="mt-0.5 grid grid-cols-[3rem_1fr] gap-x-2">
                    <dt className="text-ink-2">Then</dt>
                    <dd className="min-w-0 break-words">{words(path, was)}</dd>
                    <dt className="text-ink-2">Now</dt>
                    <dd className="min-w-0 break-words">{state === 'gone' ? 'deleted' : words(path, now)}</dd>
                  </dl>
                )}
                {state === 'moved-away' ? (
                  <p className="mt-0.5 font-semibold">It says something else than was decided.</p>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length === 0 ? null : (
        <>
          <h2 className="mt-6 font-semibold">What it came from</h2>
          <ul className="mt-2 flex flex-col gap-2">
            {others.map((link) => (
              <li key={JSON.stringify(link)}>
                <Origin at={at} link={link} />
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

function Origin({ at, link }: { readonly at: DecisionAsideProps['at']; readonly link: DecisionLink }) {
  switch (link.kind) {
    case 'thread':
      return (
        <AppLink href={paths.document({ ...at, panel: `thread.${link.number}` })} className="link">
          Thread #{link.number}
        </AppLink>
      );
    case 'finding':
      return (
        <>
          Finding{' '}
          <AppLink href={paths.rule({ rule: link.rule })} className="link">
            {link.rule}
          </AppLink>{' '}
          at{' '}
          <AppLink href={paths.document({ ...at, field: link.path })} className="link">
            {link.path}
          </AppLink>
        </>
      );
    case 'evidence':
      return <>Evidence {link.id}</>;
    case 'field':
    case 'revision':
      return null;
  }
}

function words(path: string, value: Json): string {
  return value === null ? 'blank' : valueWords(path, value).slice(0, 300);
}
