import type { Finding } from '#lib/domain/checks/report.ts';
import type { WaiverWords } from '#lib/domain/checks/waiver-edits.ts';

/** What can be done about accepting a finding where it is shown. Each throws what the server says against it. */
export interface WaiverActions {
  /** Why nothing can be accepted here; null when it can. */
  readonly locked: string | null;
  /** The plain date of the workspace: the first day on which an acceptance may end. */
  readonly today: string;
  /** BCP 47, for dates. */
  readonly locale: string;
  readonly accept: (finding: Finding, words: WaiverWords) => Promise<void>;
  readonly change: (finding: Finding, words: WaiverWords) => Promise<void>;
  readonly withdraw: (finding: Finding) => Promise<void>;
  /** What is typed and not yet sent, by the key of its finding. */
  readonly drafts: Map<string, WaiverWords>;
}
