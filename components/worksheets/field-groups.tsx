'use client';

import { useSyncExternalStore } from 'react';
import { useEditing } from '#components/forms/editing.ts';
import type { Field, Fields } from '#lib/domain/worksheets/definition.ts';
import { keysThatApply } from './applies.ts';
import { FieldAt } from './field-at.tsx';
import { MoreDetail } from './more-detail.tsx';

interface FieldGroupsProps {
  readonly fields: Fields;
  /** Path of what holds the fields: a section or an item. */
  readonly at: string;
  /** What lists say while they hold nothing, by their path. */
  readonly whenEmpty?: Readonly<Record<string, string>>;
}

interface Entry {
  readonly path: string;
  readonly field: Field;
  readonly whenEmpty: string | undefined;
}

/**
 * The fields of a section or an item under their headings: what is asked first in place, the rest under "More detail",
 * and nothing that the answers so far rule out.
 */
export function FieldGroups({ fields, at, whenEmpty = {} }: FieldGroupsProps) {
  const editing = useEditing();
  // A string, so that the sheet is rendered again only when other fields apply than before.
  const read = () => keysThatApply(fields, at, editing.valueAt).join(' ');
  const keys = useSyncExternalStore(editing.subscribe, read, read).split(' ');
  const entries = keys.flatMap((key): Entry[] => {
    const field = fields[key];
    return field === undefined ? [] : [{ path: `${at}.${key}`, field, whenEmpty: whenEmpty[`${at}.${key}`] }];
  });
  const groups = [...Map.groupBy(entries, ({ field }) => field.group ?? '')];
  const asked = groups.filter(([, members]) => members.some(isAsked));
  const further = groups.filter(([, members]) => !members.some(isAsked));
  return (
    <>
      {asked.map(([title, members]) => (
        <Group key={title} title={title} members={members} />
      ))}
      <MoreDetail
        title=""
        holds={further.map(([title]) => title).filter((title) => title !== '')}
        paths={further.flatMap(([, members]) => members.map(({ path }) => path))}
      >
        {further.map(([title, members]) => (
          <section key={title} aria-label={title === '' ? undefined : title} className="pt-2">
            {title === '' ? null : <h2 className="font-serif text-t-4">{title}</h2>}
            {members.map((entry) => (
              <FieldAt key={entry.path} {...entry} />
            ))}
          </section>
        ))}
      </MoreDetail>
    </>
  );
}

function Group({ title, members }: { readonly title: string; readonly members: readonly Entry[] }) {
  const deep = members.filter((entry) => !isAsked(entry));
  return (
    <section aria-label={title === '' ? undefined : title} className="border-b border-hairline py-4 last:border-b-0">
      {title === '' ? null : <h2 className="pb-1 font-serif text-t-4">{title}</h2>}
      {members.filter(isAsked).map((entry) => (
        <FieldAt key={entry.path} {...entry} />
      ))}
      <MoreDetail title={title} paths={deep.map(({ path }) => path)}>
        {deep.map((entry) => (
          <FieldAt key={entry.path} {...entry} />
        ))}
      </MoreDetail>
    </section>
  );
}

function isAsked({ field }: Entry): boolean {
  return field.tier === 'core';
}
