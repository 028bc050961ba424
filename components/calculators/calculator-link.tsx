'use client';

import Link from 'next/link';
import type { FilledCalculator } from '#lib/domain/calculators/calculator.ts';
import { paths } from '#lib/paths.ts';

/** From a number to the calculator that says it, filled in with what the number was computed from. */
export function CalculatorLink({ calculator: { id, input } }: { readonly calculator: FilledCalculator }) {
  return (
    <Link prefetch={false} href={paths.calculator({ calculator: id, input })} className="link">
      Open in the calculator
    </Link>
  );
}
