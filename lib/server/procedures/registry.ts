import { account } from './account.ts';
import { calculators } from './calculators.ts';
import { checks } from './checks.ts';
import { decisions } from './decisions.ts';
import { documents } from './documents.ts';
import { events } from './events.ts';
import { examples } from './examples.ts';
import { health } from './health.ts';
import { images } from './images.ts';
import { invitations } from './invitations.ts';
import { members } from './members.ts';
import { notices } from './notices.ts';
import { projects } from './projects.ts';
import { questions } from './questions.ts';
import { search } from './search.ts';
import { sessions } from './sessions.ts';
import { setup } from './setup.ts';
import { threads } from './threads.ts';
import { tokens } from './tokens.ts';
import { waivers } from './waivers.ts';
import { workspaces } from './workspaces.ts';
import { worksheets } from './worksheets.ts';

/** Everything that the product can do. The pages, the browser, the REST interface and the permission test all read it. */
export const registry = {
  health,
  setup,
  account,
  sessions,
  tokens,
  workspaces,
  members,
  invitations,
  projects,
  worksheets,
  images,
  checks,
  waivers,
  questions,
  notices,
  threads,
  decisions,
  documents,
  calculators,
  examples,
  events,
  search,
};

export type Registry = typeof registry;
