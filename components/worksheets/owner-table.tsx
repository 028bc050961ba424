'use client';

import { DataTable } from '#components/ui/data-table.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { paths } from '#lib/paths.ts';
import { OwnerLine } from './section-owner.tsx';
import { useWorksheet } from './worksheet-context.ts';

/** Every section with who answers for it. */
export function OwnerTable() {
  const { facts } = useWorksheet();
  return (
    <DataTable
      caption="Owners of the sections"
      rows={facts.sections}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        {
          key: 'section',
          header: 'Section',
          render: ({ key, number, title }) => (
            <>
              <span aria-hidden className="mr-2 inline-block w-5 text-right font-normal text-ink-3">
                {number}
              </span>
              <AppLink href={paths.write({ ...facts.address, section: key })} className="hover:text-accent">
                {title}
              </AppLink>
            </>
          ),
        },
        {
          key: 'owner',
          header: 'Owner',
          render: ({ key, title }) => <OwnerLine inColumn section={key} title={title} />,
        },
      ]}
    />
  );
}
