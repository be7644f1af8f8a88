import { expect, test, type Page } from '@playwright/test';
import {
  chooseEnvironment,
  editor,
  expectSaved,
  newPerson,
  paste,
  pasteFiles,
  start,
  submit,
} from './support/candidate';
import { broken, ENVIRONMENTS, mutant, solution } from './support/challenge';
import { look } from './support/look';
import { Server } from './support/server';
import { addInterviewer, createAssessment, invite, rate, signInFirst } from './support/staff';

/*
 * The whole job, once, in its order: a company invites, a candidate codes and designs, two interviewers review
 * without seeing each other, and the company reads one result of both. Each step needs the ones before it.
 */
test.describe.configure({ mode: 'serial' });

const INTERVIEWERS = [
  { name: 'Ines Duarte', email: 'ines@example.com', level: 4 },
  { name: 'Tomas Berg', email: 'tomas@example.com', level: 2 },
];
const SECTION = '## Estimates\n\nAbout **46 creations a second**, 4,600 redirects.\n';

let server: Server;
let owner: Page;
let candidate: Page;
let link: string;
const passwords = new Map<string, string>();
const interviewers = new Map<string, Page>();

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  owner = await newPerson(browser, server.url);
  candidate = await newPerson(browser, server.url);
});

test.afterAll(async () => {
  await server.stop();
});

test('the owner signs in, chooses a password and adds two interviewers', async () => {
  await owner.goto('/');
  await expect(owner.getByLabel('E-mail')).toBeVisible();
  await look(owner, 'sign-in');
  const { email, password } = server.firstStart();
  await signInFirst(owner, email, password, 'a long enough secret');
  for (const { name, email: address } of INTERVIEWERS) {
    passwords.set(name, await addInterviewer(owner, name, address));
  }
  await look(owner, 'members');
});

test('the owner composes an assessment and invites a candidate', async () => {
  await createAssessment(owner, 'Backend engineer, first round', [
    /^Add Short links/,
    /^Add A URL shortener at scale/,
  ]);
  await look(owner, 'new-assessment');
  await owner.getByRole('button', { name: 'Create the assessment' }).click();
  link = await invite(owner, 'Ada Okafor', 'ada@example.com');
  await expect(owner.getByText('Ada Okafor')).toBeVisible();
  await look(owner, 'assessment');
});

test('an invented link explains itself, and so does a withdrawn one', async () => {
  await candidate.goto('/take/invented');
  await expect(candidate.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
  const withdrawn = await invite(owner, 'Bo Lind', 'bo@example.com');
  await owner.getByRole('button', { name: 'Revoke the invitation of Bo Lind' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(owner.getByText('Revoked')).toBeVisible();
  await candidate.goto(withdrawn);
  await expect(
    candidate.getByRole('heading', { name: 'This invitation was withdrawn' }),
  ).toBeVisible();
  await look(candidate, 'link-withdrawn');
});

test('the candidate reads what awaits them, and starts the clock', async () => {
  await candidate.goto(link);
  await expect(
    candidate.getByRole('heading', { name: 'Backend engineer, first round' }),
  ).toBeVisible();
  await look(candidate, 'welcome');
  await start(candidate, link);
  await expect(candidate.getByRole('timer')).toContainText(/^1:\d\d:\d\d$/);
  await look(candidate, 'workspace');
});

test('a run shows the visible tests with their messages', async () => {
  await editor(candidate).click();
  await candidate.keyboard.press('Control+Enter');
  await expect(candidate.getByTestId('progress-words')).toBeVisible();
  const result = candidate.getByTestId('run-result');
  await expect(result).toBeVisible({ timeout: 240_000 });
  await expect(result).not.toHaveAttribute('data-verdict', 'ACCEPTED');
  await expect(result.getByRole('img', { name: 'Failed' }).first()).toBeVisible();
  await look(candidate, 'run');
});

for (const { id, name, mutant: wrong } of ENVIRONMENTS) {
  test(`in ${name}: what does not build, a mutant, and the solution`, async () => {
    test.setTimeout(600_000);
    const right = solution(id);
    await chooseEnvironment(candidate, name);

    await pasteFiles(candidate, { ...right, ...broken(right) });
    const unbuilt = await submit(candidate);
    await expect(unbuilt).toHaveAttribute('data-verdict', 'COMPILE_ERROR');
    await expect(unbuilt.getByRole('region', { name: 'Build log' })).toContainText(/main\./i);

    const fixed = Object.fromEntries(
      Object.keys(broken(right)).map((path) => [path, right[path] ?? '']),
    );
    const change = mutant(wrong, right);
    await pasteFiles(candidate, { ...fixed, ...change });
    const mutated = await submit(candidate);
    await expect(mutated).toHaveAttribute('data-verdict', /^(PARTIAL|REJECTED)$/);

    await pasteFiles(
      candidate,
      Object.fromEntries(Object.keys(change).map((path) => [path, right[path] ?? ''])),
    );
    const accepted = await submit(candidate);
    await expect(accepted).toHaveAttribute('data-verdict', 'ACCEPTED');
    await look(candidate, `accepted-${id}`);
  });
}

test('a reload while typing loses nothing', async () => {
  await candidate.getByRole('button', { name: /^2\. / }).click();
  await expect(editor(candidate)).toHaveAttribute('aria-label', /Markdown/);
  await paste(candidate, SECTION);
  await candidate.keyboard.type('Typed just before the reload.');
  await candidate.reload();
  await expect(editor(candidate)).toContainText('Typed just before the reload.');
  await expectSaved(candidate);
});

test('the candidate answers every design section', async () => {
  const tabs = candidate.getByRole('tablist', { name: 'Sections of your answer' }).getByRole('tab');
  await expect(tabs).toHaveCount(5);
  for (const tab of await tabs.all()) {
    await tab.click();
    await paste(candidate, `${SECTION}\nThis is ${(await tab.textContent()) ?? ''}.\n`);
  }
  await expectSaved(candidate);
  await expect(candidate.getByRole('heading', { name: 'Estimates' })).toBeVisible();
  await look(candidate, 'design');
});

test('the candidate hands in and the link is used up', async () => {
  await candidate.getByRole('button', { name: 'Finish' }).click();
  await expect(candidate.getByTestId('standing')).toContainText('Unchanged since then');
  await look(candidate, 'finish');
  await candidate.getByRole('button', { name: 'Hand in and finish' }).click();
  await expect(candidate.getByRole('heading', { name: 'Your work is handed in' })).toBeVisible();
  await expect(candidate.getByText('Accepted')).toBeVisible();
  await look(candidate, 'finished');
  await candidate.goto(link);
  await expect(
    candidate.getByRole('heading', { name: 'You have finished this assessment' }),
  ).toBeVisible();
});

for (const { name, email, level } of INTERVIEWERS) {
  test(`${name} reviews without the candidate's name or another's review`, async ({ browser }) => {
    const page = await newPerson(browser, server.url);
    interviewers.set(name, page);
    await signInFirst(page, email, passwords.get(name) ?? '', `${name} and a secret`);
    await page.goto('/reviews');
    await page.getByRole('link', { name: /^Review: / }).click();
    await expect(page.getByText('46 creations a second').first()).toBeVisible();
    await expect(page.locator('body')).not.toContainText(/Okafor|ada@example/);
    for (const other of INTERVIEWERS.filter((each) => each.name !== name)) {
      await expect(page.locator('body')).not.toContainText(other.name);
    }
    await rate(page, level);
    await look(page, 'review');
    await page.getByRole('button', { name: 'Send', exact: true }).first().click();
    await page.getByRole('button', { name: 'Send the review' }).click();
    await expect(page.getByText('Sent', { exact: true })).toBeVisible();
  });
}

test('an interviewer amends what was sent, and sees the other review', async () => {
  const { name } = INTERVIEWERS[0] ?? { name: '' };
  const page = interviewers.get(name);
  if (page === undefined) {
    throw new Error('nobody reviewed');
  }
  await page.reload();
  await expect(page.getByText(INTERVIEWERS[1]?.name ?? '').first()).toBeVisible();
  await page.getByRole('button', { name: 'Amend' }).click();
  await page.getByLabel('Reason').fill('I had overlooked the paragraph on failure.');
  await page
    .locator('section[id^="criterion-"]')
    .first()
    .getByRole('radio', { name: 'Level 5' })
    .check({ force: true });
  await page
    .getByRole('button', { name: /amendment/i })
    .last()
    .click();
  await expect(page.getByRole('button', { name: 'Amend', exact: true })).toBeVisible();
  await look(page, 'reviews-compared');
});

test('the owner reads one result of both', async () => {
  await owner.goto('/results');
  await expect(owner.getByText('Ada Okafor')).toBeVisible();
  await look(owner, 'results');
  await owner
    .getByRole('link', { name: /Ada Okafor/ })
    .first()
    .click();
  await expect(owner.getByText('Accepted').first()).toBeVisible();
  for (const { name } of INTERVIEWERS) {
    await expect(owner.getByText(name).first()).toBeVisible();
  }
  await expect(owner.getByText('100').first()).toBeVisible();
  await look(owner, 'result');
});
