'use client';

import { deskHook } from '#components/worksheets/desk.ts';
import { DecisionDesk } from './decision-desk.ts';

/** The decisions of the open worksheet; they are asked for when somebody first asks here. */
export const useDecisions = deskHook((parts) => new DecisionDesk(parts));
