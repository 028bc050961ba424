'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Assessor, Shown } from '#lib/client/assessor.ts';
import type { Company } from '#lib/client/company.ts';
import type { Heard } from '#lib/client/heard.ts';
import type { CurrentPath } from '#lib/client/current-path.ts';
import type { KeptOp, ProjectAddress, SaveState } from '#lib/client/kept-ops.ts';
import type { Outbox } from '#lib/client/outbox.ts';
import type { Assessment } from '#lib/client/assessment.ts';
import type { Sections } from '#lib/client/pending-edits.ts';
import type { TrialSpot } from '#lib/client/shown-trial.ts';
import type { WorksheetStore } from '#lib/client/worksheet-store.ts';
import type { WaiverWords } from '#lib/domain/checks/waiver-edits.ts';
import type { Stage } from '#lib/domain/worksheets/definition.ts';
import type { DateStyle } from '#lib/format/dates.ts';

/** A section as the navigation knows it. */
export interface SectionEntry {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  readonly stage: Stage;
}

/** Who answers for a section. */
export interface SectionOwner {
  /** Null once the account itself is gone. */
  readonly id: string | null;
  readonly name: string;
  /** Why they can no longer act here. */
  readonly gone: 'from-workspace' | 'from-project' | null;
}

/** What edits do not change while someone is on the project. */
export interface ProjectFacts {
  readonly address: ProjectAddress;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly sections: readonly SectionEntry[];
  /** The columns that are edited in place, by the path of their list: what is not among them is on the item's page. */
  readonly summaries: Readonly<Record<string, readonly string[]>>;
  /** Why the worksheet cannot be edited; null when it can. */
  readonly locked: string | null;
  readonly archived: boolean;
  /** Single-letter keys are on. */
  readonly shortcuts: boolean;
  readonly people: readonly string[];
  /** By the key of their section. */
  readonly owners: Readonly<Record<string, SectionOwner>>;
  /** The plain date of the workspace when the page was made. */
  readonly today: string;
  readonly dates: DateStyle;
}

export interface WorksheetParts {
  readonly facts: ProjectFacts;
  readonly store: WorksheetStore;
  readonly outbox: Outbox;
  readonly assessor: Assessor;
  readonly current: CurrentPath;
  readonly company: Company;
  /** What the log says, for parts that come after the page. */
  readonly heard: Heard;
  /** Runs the checks on a worksheet that need not be the one on the page. */
  readonly assess: (sections: Sections) => Promise<Assessment>;
  readonly trial: TrialSpot;
  /** Reads the worksheet anew, after something was done to it that is no edit. */
  readonly readAnew: () => Promise<void>;
  /** What is typed about accepting a finding, by its key: a card may come and go before it is sent. */
  readonly waiverDrafts: Map<string, WaiverWords>;
}

export const WorksheetContext = createContext<WorksheetParts | null>(null);

export function useWorksheet(): WorksheetParts {
  const parts = useContext(WorksheetContext);
  if (parts === null) throw new Error('This stands outside of a project');
  return parts;
}

export function useShown(): Shown {
  return useShownPart((shown) => shown);
}

/** One part of what the checks say: the component renders again only when that part has another identity. */
export function useShownPart<T>(part: (shown: Shown) => T): T {
  const { assessor } = useWorksheet();
  const read = () => part(assessor.shown);
  return useSyncExternalStore(assessor.subscribe, read, read);
}

/** Id of the heading over the edits that wait for their author. */
export const UNSETTLED = 'unsettled';

const SAVED: SaveState = { kind: 'saved', at: null };
const NOTHING: readonly KeptOp[] = [];

export function useSaveState(): SaveState {
  const { outbox } = useWorksheet();
  return useSyncExternalStore(
    outbox.onChange,
    () => outbox.state,
    () => SAVED,
  );
}

export function useKeptOps(): readonly KeptOp[] {
  const { outbox } = useWorksheet();
  return useSyncExternalStore(
    outbox.onChange,
    () => outbox.kept,
    () => NOTHING,
  );
}

/** Whether what is kept outlives the tab; null until the browser has said so. */
export function useDurable(): boolean | null {
  const { outbox } = useWorksheet();
  return useSyncExternalStore(
    outbox.onChange,
    () => outbox.durable,
    () => null,
  );
}

export function useCurrentPath(): string | null {
  const { current } = useWorksheet();
  return useSyncExternalStore(
    current.subscribe,
    () => current.path,
    () => null,
  );
}
