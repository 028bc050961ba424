import type { Worksheet } from './all-sections.ts';
import type { Derivation, Derive } from './derivation.ts';
import { weighedFailures } from './weighed-failures.ts';

export const riskValues = {
  'gravest-failure': (worksheet) => ({
    label: 'Gravest failure',
    formula: 'largest severity × likelihood, of 25',
    beside: ['risk.failureModes'],
    result: gravestFailure(worksheet),
  }),
} as const satisfies Record<string, Derive>;

function gravestFailure(worksheet: Worksheet): Derivation {
  const [gravest] = weighedFailures(worksheet);
  if (gravest === undefined) return { state: 'waits', missing: ['risk.failureModes'] };
  const { severity, likelihood, weight, mode, leansOnGuess } = gravest;
  const working = `${severity} × ${likelihood}`;
  return {
    state: 'value',
    value: weight,
    shown: mode === undefined ? `${weight}` : `${weight}: ${mode}`,
    working,
    leansOnGuess,
  };
}
