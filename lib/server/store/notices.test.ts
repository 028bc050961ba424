import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '#test/code-of.ts';
import { openMailbox } from '#test/mailbox.ts';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool } from '../db.ts';
import { closeHub } from '../events.ts';
import { sendDueMails, type Mailing } from '../jobs/mail-notices.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import { noticeMailing } from '../notice-mailing.ts';
import type { Actor } from './actor.ts';

const mailbox = await openMailbox();
const database = await serveTestDatabase(mailbox.settings);

let mailing: Mailing;
let lead: Actor;
let engineer: Actor;
let at: { workspace: string; workspaceId: string; project: string; projectId: string };

beforeAll(async () => {
  mailing = noticeMailing() ?? expect.fail('The mail server is not set.');
  lead = await createActor('Team lead');
  engineer = await createActor('Data engineer');
  at = await createPlace(lead);
  await addMember(at.workspaceId, engineer, 'editor');
});

afterAll(async () => {
  await closeHub();
  await mailbox.close();
});

async function newProject() {
  const { slug: project } = await as(lead).projects.create({ workspace: at.workspace, title: 'Delivery time' });
  return { workspace: at.workspace, project };
}

const inbox = async (actor: Actor) => (await as(actor).notices.list({ unseen: true })).items;
const clear = async () => {
  for (const actor of [lead, engineer]) await as(actor).notices.markSeen({});
};

/** As if the time of a burst had passed. */
const letPass = () =>
  pool().query(`UPDATE "Notice" SET "mailFrom" = now() - interval '1 minute' WHERE "mailFrom" IS NOT NULL`);

describe('the inbox', () => {
  test('has one line a thread for whoever is called or has taken part, and none for who did it', async () => {
    await clear();
    const project = await newProject();
    await as(lead).threads.open({ ...project, path: 'business.objective', body: '@Data engineer, by when?' });
    expect(await inbox(engineer)).toMatchObject([
      {
        reason: 'mention',
        subject: 'thread.1',
        actor: { name: 'Team lead' },
        label: 'Business objective › Objective',
        count: 1,
      },
    ]);
    expect(await inbox(lead)).toEqual([]);
    await as(engineer).threads.reply({ ...project, number: 1, body: 'By June.' });
    await as(engineer).threads.reply({ ...project, number: 1, body: 'Or July.' });
    expect(await inbox(lead)).toMatchObject([{ reason: 'reply', count: 2, project: { slug: project.project } }]);
    expect((await as(lead).account.get({})).unseen).toBe(1);
    await as(lead).threads.markRead({ ...project, number: 1, sequence: 1_000 });
    expect(await inbox(lead)).toEqual([]);
    expect((await as(lead).account.get({})).unseen).toBe(0);
    expect((await as(lead).notices.list({})).items).toHaveLength(1);
  });

  test('has a question for whoever was asked', async () => {
    await clear();
    const project = await newProject();
    await as(lead).questions.ask({
      ...project,
      path: 'business.objective',
      person: engineer.userId,
      base: '',
      note: 'You know.',
    });
    expect(await inbox(engineer)).toMatchObject([{ reason: 'question', subject: 'question.business.objective' }]);
    const [line] = await inbox(engineer);
    expect(await codeOf(as(lead).notices.markSeen({ id: line?.id }))).toBe('not-found');
    expect(await inbox(engineer)).toHaveLength(1);
    await as(engineer).notices.markSeen({ id: line?.id });
    expect(await inbox(engineer)).toEqual([]);
  });

  test('shows nothing of a project that its reader no longer sees', async () => {
    await clear();
    const project = await newProject();
    await as(lead).threads.open({ ...project, path: '', body: '@Data engineer?' });
    expect(await inbox(engineer)).toHaveLength(1);
    await as(lead).projects.update({ ...project, visibility: 'members' });
    expect(await inbox(engineer)).toEqual([]);
    await letPass();
    expect(await sendDueMails(mailing)).toBe(0);
  });
});

describe('mail', () => {
  test('is one a thread for what was said in quick succession, with what was said, links that lead there, and a way out', async () => {
    await clear();
    const project = await newProject();
    await as(lead).threads.open({
      ...project,
      path: 'business.objective',
      body: '@Data engineer, by **when**?\n> no quote',
    });
    await as(lead).threads.reply({ ...project, number: 1, body: 'I need it today.' });
    await letPass();
    expect(await sendDueMails(mailing)).toBe(1);
    const mail = await mailbox.next(engineer.email);
    expect(mail.subject).toBe('Delivery time: thread #1 on Business objective › Objective');
    expect(mail.text.split('\n')[0]).toBe(
      'Team lead has answered in thread #1 on Business objective › Objective (Delivery time).',
    );
    expect(mail.text).toContain('> @Data engineer, by **when**?\n> > no quote');
    expect(mail.text).toContain('> I need it today.');
    expect(mail.text).toMatch(new RegExp(`http://\\S+/w/${at.workspace}/p/${project.project}\\?panel=thread\\.1`));
    expect(mail.references).toContain('thread.1@');

    await as(lead).threads.reply({ ...project, number: 1, body: 'Never mind.' });
    await letPass();
    expect(await sendDueMails(mailing)).toBe(1);
    const second = await mailbox.next(engineer.email);
    expect([second.references, second.text.includes('Never mind.')]).toEqual([mail.references, true]);
    expect(second.text).not.toContain('I need it today.');
  });

  test('does not come for what was seen before, nor once it was stopped, and its link stops it without an account', async () => {
    await clear();
    const project = await newProject();
    await as(lead).threads.open({ ...project, path: '', body: '@Data engineer?' });
    await as(engineer).notices.markSeen({});
    await letPass();
    expect(await sendDueMails(mailing)).toBe(0);

    await as(lead).threads.reply({ ...project, number: 1, body: '@Data engineer?' });
    await letPass();
    expect(await sendDueMails(mailing)).toBe(1);
    const { text, stop } = await mailbox.next(engineer.email);
    const token = /stop-mail\/(\S+)/.exec(text)?.[1] ?? '';
    expect(stop).toContain(token);
    expect(await codeOf(as(null).notices.stopMails({ token: `${lead.userId}.${token.split('.')[1] ?? ''}` }))).toBe(
      'not-found',
    );
    await as(null).notices.stopMails({ token });
    expect((await as(engineer).account.get({})).mailNotices).toBe(false);
    await as(lead).threads.reply({ ...project, number: 1, body: 'Still there?' });
    await letPass();
    expect(await sendDueMails(mailing)).toBe(0);
    expect(await inbox(engineer)).toHaveLength(1);
    await as(engineer).account.update({ mailNotices: true });
  });

  test('goes out once, though two workers look for it at the same time, and though it is asked for again', async () => {
    await clear();
    const readers = await Promise.all(Array.from({ length: 8 }, (_, n) => createActor(`Reader ${n}`)));
    for (const reader of readers) await addMember(at.workspaceId, reader, 'viewer');
    const project = await newProject();
    const names = readers.map(({ name }) => `@${name}`).join(' ');
    await as(lead).threads.open({ ...project, path: '', body: `${names}: please read.` });
    const both = await Promise.all([runJobs(database.url, mailing), runJobs(database.url, mailing)]);
    for (const { email } of readers) expect((await mailbox.next(email)).text).toContain('please read');
    expect(await sendDueMails(mailing)).toBe(0);
    for (const jobs of both) await jobs.stop();
    for (const { email } of readers) expect(mailbox.waiting(email)).toEqual([]);
  });
});
