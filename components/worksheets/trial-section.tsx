'use client';

import { useTrial } from '#components/forms/use-trial.ts';
import { Severity } from '#components/ui/mark.tsx';
import type { DerivedChange } from '#lib/client/trial-outcome.ts';
import type { Finding } from '#lib/domain/checks/report.ts';
import { FieldLink } from './field-link.tsx';
import { pathWords } from './path-words.ts';
import { shownJson } from './shown-json.ts';
import { TrialActions } from './trial-actions.tsx';
import { effectWords, nowWords, triedWords, wouldBeWords } from './trial-words.ts';
import { useWorksheet } from './worksheet-context.ts';

/** Over everything else in the panel while a value is tried: which findings would go and come, which numbers change. */
export function TrialSection() {
  const trial = useTrial();
  const { store } = useWorksheet();
  if (trial === null) return null;
  const { path, text, outcome } = trial;
  const known = outcome === 'unknown' ? null : outcome;
  return (
    <section
      aria-labelledby="panel-trial"
      className="mb-4 flex flex-col gap-3 border-l-2 border-dashed border-ink-2 pl-3"
    >
      <div>
        <h2 id="panel-trial" className="text-t-1 font-semibold">
          Trying {triedWords(text)} – not saved
        </h2>
        <p className="text-t-1 text-ink-2">
          <FieldLink path={path} className="link">
            {pathWords(path, (at) => store.valueAt(at))}
          </FieldLink>
          , saved: {shownJson(store.valueAt(path) ?? null)}
        </p>
      </div>
      <TrialActions trial={trial} />
      <p className="text-t-1 text-ink-2">{effectWords(trial)}</p>
      <Ghosts title="Would go" findings={known?.goes ?? []} />
      <Ghosts title="Would come" findings={known?.comes ?? []} />
      <Ghosts title="Would read differently" findings={known?.changes ?? []} />
      <Numbers changes={known?.derived ?? []} />
    </section>
  );
}

function Ghosts({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="text-t-1 font-semibold">
        {title} {findings.length}
      </h3>
      <ul>
        {findings.map(({ key, rule, severity, message, ends }) => (
          <li key={key} className="border-b border-dashed border-edge py-2 text-t-1 last:border-b-0">
            <p className="flex items-center justify-between gap-2">
              <Severity of={severity} />
              <span className="text-ink-3">{rule}</span>
            </p>
            <p>{message}</p>
            <p className="flex flex-wrap gap-x-3">
              {ends.map((end) => (
                <FieldLink key={end.path} path={end.path} className="text-ink-2 hover:text-accent">
                  {end.label}
                </FieldLink>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Numbers({ changes }: { readonly changes: readonly DerivedChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section aria-label="Numbers that would change">
      <h3 className="text-t-1 font-semibold">Numbers that would change {changes.length}</h3>
      <dl className="text-t-1">
        {changes.map(({ key, now, tried }) => (
          <div key={key} className="border-b border-dashed border-edge py-1 last:border-b-0">
            <dt className="text-ink-2">{(tried ?? now)?.label}</dt>
            <dd>
              {nowWords(now)} <span aria-hidden>→</span> {wouldBeWords(tried)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
