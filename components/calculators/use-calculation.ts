'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

import { openDesk } from './calculation-desk.ts';
import { type Calculated, CalculationRunner } from './calculation-runner.ts';
import type { Outcome } from './compute-from-texts.ts';

interface Calculation {
  readonly runner: CalculationRunner;
  readonly calculated: Calculated;
}

/** The runner of a page, which ends with it, and what it says. */
export function useCalculation(first: Outcome): Calculation {
  const [runner] = useState(() => new CalculationRunner(first, openDesk));
  useEffect(() => () => runner.close(), [runner]);
  const read = () => runner.calculated;
  return { runner, calculated: useSyncExternalStore(runner.subscribe, read, read) };
}
