import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { itemPlace } from '#components/worksheets/item-address.ts';
import { ItemSheet } from '#components/worksheets/item-sheet.tsx';
import { SheetCode } from '#components/worksheets/sheet-code.tsx';
import { WritePage } from '#components/worksheets/write-page.tsx';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';

interface WriteItemPageProps {
  readonly params: Promise<{ section: string; item: string }>;
}

export async function generateMetadata({ params }: WriteItemPageProps): Promise<Metadata> {
  const { section } = await params;
  return { title: sectionByKey(section)?.title ?? 'Not found' };
}

/** An item that was deleted, or that only this browser knows yet, is the sheet's business; a list that never was is not. */
export default async function WriteItemPage({ params }: WriteItemPageProps) {
  const { section: key, item: segment } = await params;
  const section = sectionByKey(key);
  const item = decodeURIComponent(segment);
  const place = section === undefined ? undefined : itemPlace(section, item);
  if (section === undefined || place === undefined) notFound();
  return (
    <WritePage section={key} item={item}>
      <SheetCode fields={place.field.fields}>
        <ItemSheet section={section} place={place} />
      </SheetCode>
    </WritePage>
  );
}
