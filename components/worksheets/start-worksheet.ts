import { fetchLateParts } from '#components/forms/late.tsx';
import type { Assessment } from '#lib/client/assessment.ts';
import { Assessor } from '#lib/client/assessor.ts';
import { CheckRunner } from '#lib/client/check-runner.ts';
import { Company } from '#lib/client/company.ts';
import { CurrentPath } from '#lib/client/current-path.ts';
import { freshId } from '#lib/client/fresh-id.ts';
import { Heard } from '#lib/client/heard.ts';
import { followProject } from '#lib/client/live.ts';
import { afterEvent } from '#lib/client/live-edits.ts';
import type { Outbox } from '#lib/client/outbox.ts';
import type { Sections } from '#lib/client/pending-edits.ts';
import { personOutbox } from '#lib/client/person-outbox.ts';
import { TrialSpot } from '#lib/client/shown-trial.ts';
import { WorksheetStore, type ServerWorksheet } from '#lib/client/worksheet-store.ts';
import { paths } from '#lib/paths.ts';
import { valuesOf } from './section-values.ts';
import { isAway } from './ways.ts';
import type { ProjectFacts, WorksheetParts } from './worksheet-context.ts';

export interface FirstState {
  readonly server: ServerWorksheet;
  readonly assessment: Assessment;
}

interface Making {
  readonly parts: WorksheetParts;
  /** Connects to the browser and the server; the answer ends it. */
  readonly start: (onProjectChange: () => void) => () => void;
}

/** Whether a field holds text, once the definition is there: it comes after the page, which can do without it. */
let proseAt: (path: string) => boolean = () => false;

async function loadDefinition(): Promise<void> {
  const [{ fieldAtPath }] = await Promise.all([
    import('#lib/domain/worksheets/paths.ts'),
    import('#lib/client/api.ts'),
    import('./referrers.ts'),
  ]);
  proseAt = (path) => ['text', 'markdown'].includes(fieldAtPath(path)?.kind ?? '');
}

/** From this mark on the page needs nothing more of the server to go on without it. */
const COMPLETE = 'plumbline-complete';

/** Not every browser says when it is idle. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 1000);
}

/** Puts the parts of an open worksheet together. Nothing is touched outside of memory before `start`. */
export function makeWorksheet(facts: ProjectFacts, first: FirstState): Making {
  const { address, user } = facts;
  const { outbox, connect } = personOutbox(user.id);
  const store = new WorksheetStore({
    address,
    server: first.server,
    outbox,
    newOpId: freshId,
    now: Date.now,
    isProse: (path) => proseAt(path),
  });
  const runner = new CheckRunner();
  const assess = (sections: Sections) => runner.assess(sections, { rest: store.rest, today: facts.today });
  const assessor = new Assessor({ first: first.assessment, assess, now: Date.now });
  const current = new CurrentPath();
  const company = new Company(user.id);
  const readAnew = reader(store);
  const parts: WorksheetParts = {
    facts,
    store,
    outbox,
    assessor,
    current,
    company,
    heard: new Heard(),
    assess,
    trial: new TrialSpot(),
    readAnew,
    waiverDrafts: new Map(),
  };

  const start = (onProjectChange: () => void) => {
    const stops = [
      store.subscribe(() => assessor.look(store.sections)),
      connect(),
      follow(parts, onProjectChange),
      () => company.close(),
    ];
    void takeUp(outbox, store, facts);
    let started = true;
    whenIdle(() => {
      if (!started) return;
      // Without an answer the page goes on, and asks when it needs them.
      const coming: Promise<unknown>[] = [
        fetchLateParts(),
        loadDefinition(),
        import('./open-in-place.ts').then(
          ({ openPagesInPlace }) => started && stops.push(openPagesInPlace(paths.document(address))),
        ),
      ];
      // Nothing has changed yet: this fetches the worker, for whom the first edit may be too late.
      if (facts.locked === null) coming.push(assess(store.sections));
      void Promise.allSettled(coming).then(() => performance.mark(COMPLETE));
    });
    return () => {
      started = false;
      for (const stop of stops) stop();
      assessor.close();
      runner.close();
    };
  };
  return { parts, start };
}

/** What an earlier visit left is shown from the start, and sent; also what the project did not take in at the time. */
async function takeUp(outbox: Outbox, store: WorksheetStore, { address, locked }: ProjectFacts): Promise<void> {
  await outbox.open();
  if (locked === null) await outbox.sendHeld(address);
  store.adopt(outbox.kept);
}

/** Reads the worksheet anew, once for all who ask while it is being read. */
function reader(store: WorksheetStore): () => Promise<void> {
  let reading: Promise<void> | null = null;
  const read = async () => {
    const { api } = await import('#lib/client/api.ts');
    const { sections, rest, sequence } = await api.worksheets.get(store.address);
    store.replace({ sections: valuesOf(sections), rest, sequence });
  };
  return () =>
    (reading ??= read()
      // Without an answer the stream will say again that this tab is behind.
      .catch(() => undefined)
      .finally(() => (reading = null)));
}

/** Brings in what others change, and reads the worksheet anew where the log says too little or has moved on unseen. */
function follow({ store, outbox, company, heard, readAnew }: WorksheetParts, onProjectChange: () => void): () => void {
  return followProject(store.address, {
    known: () => store.sequence,
    // Edits that wait for a server that is back need not sit out their time.
    onOpen: () => isAway(outbox.state) && outbox.flush(),
    onBehind: () => void readAnew(),
    onPeople: (people) => company.meet(people),
    onEvent: (event) => {
      if (event.sequence <= store.sequence) return;
      if (event.type.startsWith('project.')) onProjectChange();
      company.hear(event);
      heard.tell(event);
      const sections = event.sequence === store.sequence + 1 ? afterEvent(store.serverSections, event) : null;
      if (sections === null) void readAnew();
      else store.replace({ sections, sequence: event.sequence });
    },
  });
}
