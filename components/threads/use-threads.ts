'use client';

import { deskHook } from '#components/worksheets/desk.ts';
import { ThreadDesk } from './thread-desk.ts';

/** The threads of the open worksheet; they are asked for when somebody first asks here. */
export const useThreads = deskHook((parts) => new ThreadDesk(parts));
