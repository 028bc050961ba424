'use client';

import { useMemo } from 'react';
import type { WaiverActions } from '#components/checks/waiver-actions.ts';
import type { api } from '#lib/client/api.ts';
import { isAppError } from '#lib/domain/errors.ts';
import type { Finding } from '#lib/domain/checks/report.ts';
import { editsSent } from './edits-sent.ts';
import { useWorksheet, type WorksheetParts } from './worksheet-context.ts';

/** Accepting findings of the worksheet that is open. It needs the server, so that it never waits in the outbox. */
export function useWaiverActions(): WaiverActions {
  const parts = useWorksheet();
  return useMemo(() => actionsOn(parts), [parts]);
}

function actionsOn({ facts, outbox, assessor, readAnew, waiverDrafts: drafts }: WorksheetParts): WaiverActions {
  const { address, locked, today, dates } = facts;

  async function ask({ key }: Finding, call: (api: Api) => Promise<unknown>): Promise<void> {
    const { api } = await import('#lib/client/api.ts');
    await editsSent(outbox);
    try {
      await call(api);
    } catch (error) {
      // Somebody was faster: what they made of it is brought in beside the reason.
      if (isAppError(error) && error.code === 'conflict') await readAnew();
      throw error;
    }
    drafts.delete(key);
    await readAnew();
    assessor.settle();
  }

  return {
    locked,
    today,
    locale: dates.locale,
    drafts,
    accept: (finding, words) => {
      const { rule: check, paths, valueHash } = finding;
      return ask(finding, ({ waivers }) =>
        waivers.accept({ ...address, check, path: paths[0] ?? '', valueHash, ...words }),
      );
    },
    change: (finding, words) =>
      ask(finding, ({ waivers }) => waivers.change({ ...address, ...asRead(finding), ...words })),
    withdraw: (finding) => ask(finding, ({ waivers }) => waivers.withdraw({ ...address, ...asRead(finding) })),
  };
}

type Api = typeof api;

function asRead({ rule: check, waiver }: Finding) {
  return { check, path: waiver?.path ?? '', was: { reason: waiver?.reason ?? '', expires: waiver?.expires } };
}
