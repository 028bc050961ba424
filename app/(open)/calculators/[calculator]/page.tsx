import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { CalculatorBench } from '#components/calculators/calculator-bench.tsx';
import { computeFromTexts } from '#components/calculators/compute-from-texts.ts';
import { textsOfAddress } from '#components/calculators/first-texts.ts';
import { viewOf } from '#components/calculators/views.ts';
import { Working } from '#components/calculators/working.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { calculators } from '#lib/domain/calculators/all-calculators.ts';

interface CalculatorPageProps {
  readonly params: Promise<{ calculator: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const find = (id: string) => calculators.find((calculator) => calculator.id === id);

export async function generateMetadata({ params }: CalculatorPageProps): Promise<Metadata> {
  return { title: find((await params).calculator)?.title ?? 'Not found' };
}

export default async function CalculatorPage({ params, searchParams }: CalculatorPageProps) {
  const [{ calculator: id }, query] = await Promise.all([params, searchParams]);
  const calculator = find(id);
  const view = viewOf(id);
  if (calculator === undefined || view === undefined) notFound();
  const texts = textsOfAddress(id, query);
  return (
    <PageMain width="measure">
      <PageHeading title={calculator.title} lead={calculator.question} />
      <CalculatorBench calculator={id} view={view} texts={texts} outcome={computeFromTexts(id, texts)} />
      <Working formula={calculator.formula} sources={calculator.sources} sql={calculator.sql} />
    </PageMain>
  );
}
