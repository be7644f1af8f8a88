import { expect, test, type Page } from '@playwright/test';
import { chooseEnvironment, newPerson, pasteFiles, start, submit } from './support/candidate';
import { look } from './support/look';
import { Server } from './support/server';
import { createAssessment, invite, signInFirst } from './support/staff';
import { packageFiles, zip } from './support/zip';

/* A company brings a challenge of its own. Each step needs the ones before it. */
test.describe.configure({ mode: 'serial' });

/** A mutant that says it fails a test which it passes. */
const LIE = `environment: node
idea: Takes an empty text for a note.
fails: [NoteTests.keepsANote]
edits:
  - file: main.js
    find: "typeof text !== 'string' || text === ''"
    replace: "typeof text !== 'string'"
`;

let server: Server;
let owner: Page;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  owner = await newPerson(browser, server.url);
  const { email, password } = server.firstStart();
  await signInFirst(owner, email, password, 'a long enough secret');
});

test.afterAll(async () => {
  await server.stop();
});

test('the page says how to begin', async () => {
  await owner.getByRole('link', { name: 'Challenges' }).click();
  await expect(owner.getByRole('heading', { name: 'No challenges of your own yet' })).toBeVisible();
  await look(owner, 'challenges-empty');
});

test('a hostile archive is refused with the name of its entry', async () => {
  await choose('evil.zip', zip({ ...packageFiles('notes'), 'notes/../../evil': 'x' }));
  const refusal = owner.getByRole('alert');
  await expect(refusal).toContainText('notes/../../evil');
  await expect(refusal).toContainText('leads out of the folder');
});

test('mistakes are listed with file and line', async () => {
  const yaml = 'title: Notes\nskills: [http]\ntrack: developer\nlevel: best\nminutes: 20\n';
  await choose('notes.zip', zip(packageFiles('notes', { 'challenge.yaml': yaml })));
  const refusal = owner.getByRole('alert');
  await expect(refusal).toContainText('challenge.yaml:4');
  await expect(refusal).toContainText('Allowed: junior, mid, senior.');
  await look(owner, 'challenges-refused');
});

test('a package is checked before everybody’s eyes, and published', async () => {
  test.setTimeout(600_000);
  await choose('notes.zip', zip(packageFiles('acme-notes')));
  await expect(owner.getByRole('alert')).toHaveCount(0);
  const card = owner.locator('[data-upload]');
  await expect(card.getByRole('progressbar')).toBeVisible();
  await expect(card.getByRole('status')).toContainText('Judged:', { timeout: 240_000 });
  await look(owner, 'challenges-checking');
  await expect(card).toHaveAttribute('data-state', 'READY', { timeout: 480_000 });
  await expect(card).toContainText('3 of 3');
  await look(owner, 'challenges-ready');
  await card.getByRole('button', { name: 'Publish Notes on a wall' }).press('Enter');
  await expect(card).toHaveCount(0);
  const row = owner.getByRole('row', { name: /Notes on a wall/ });
  await expect(row).toContainText('In the catalog');
  await look(owner, 'challenges-published');
});

test('it can be chosen for an assessment', async () => {
  await owner.goto('/assessments/new');
  await expect(owner.getByRole('button', { name: /^Add Notes on a wall/ })).toBeVisible();
});

test('a package that lies is dropped, and what it lies about is shown', async () => {
  test.setTimeout(600_000);
  await owner.goto('/challenges');
  await drop('lies.zip', zip(packageFiles('lies', { 'mutants/node-empty-text/mutant.yaml': LIE })));
  const card = owner.locator('[data-upload]');
  await expect(card).toHaveAttribute('data-state', 'FAILED', { timeout: 480_000 });
  await expect(card).toContainText('2 of 3');
  const found = card.getByRole('list', { name: 'What is not as promised' });
  await expect(found).toContainText('mutant node-empty-text');
  await expect(found).toContainText('which mutant.yaml says it fails');
  await expect(card.getByRole('button', { name: /Publish/ })).toHaveCount(0);
  await look(owner, 'challenges-failed');
  await card.getByRole('button', { name: 'Delete the upload of Notes on a wall' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(card).toHaveCount(0);
});

test('a candidate takes it', async ({ browser }) => {
  test.setTimeout(600_000);
  await createAssessment(owner, 'Notes', [/^Add Notes on a wall/]);
  await owner.getByRole('button', { name: 'Create the assessment' }).click();
  const link = await invite(owner, 'Ada Okafor', 'ada@example.com');
  const candidate = await newPerson(browser, server.url);
  await start(candidate, link);
  await chooseEnvironment(candidate, 'Node.js');
  await pasteFiles(candidate, { 'main.js': emptyTextTaken() });
  await expect(await submit(candidate)).toHaveAttribute('data-verdict', 'PARTIAL');
  await candidate.getByRole('button', { name: 'Finish' }).click();
  await candidate.getByRole('button', { name: 'Hand in and finish' }).click();
  await expect(candidate.getByRole('heading', { name: 'Your work is handed in' })).toBeVisible();
});

test('a new version shows who would be regraded to what, is applied and undone', async () => {
  test.setTimeout(600_000);
  await owner.goto('/challenges');
  const yaml = packageFiles('x')['x/challenge.yaml'] ?? '';
  const heavier = yaml
    .replace('correctness: 70', 'correctness: 30')
    .replace('validation: 30', 'validation: 70');
  await choose('notes.zip', zip(packageFiles('acme-notes', { 'challenge.yaml': heavier })));
  await owner.getByRole('button', { name: 'Publish Notes on a wall' }).click({ timeout: 480_000 });
  await owner.getByRole('button', { name: /^Regrade attempts with older versions/ }).click();
  await expect(owner.getByRole('button', { name: 'Apply' })).toBeVisible({ timeout: 240_000 });
  const row = owner.getByRole('row', { name: /Ada Okafor/ });
  await expect(row).toContainText('70 / 100');
  await expect(row).toContainText('30 / 100');
  await expect(row).toContainText('−40');
  await look(owner, 'regrade-preview');
  expect(await codingScores()).toEqual([70]);

  await owner.getByRole('button', { name: 'Apply' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await expect(owner.getByText('The new results count.')).toBeVisible();
  expect(await codingScores()).toEqual([30]);
  await owner.getByRole('link', { name: 'Ada Okafor' }).click();
  await expect(owner.getByTestId('regraded')).toContainText('Before: Partly right, 70.');
  await look(owner, 'regrade-result');

  await owner.getByRole('link', { name: 'See the regrade' }).click();
  await owner.getByRole('button', { name: 'Undo' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await expect(owner.getByText('The results from before count.')).toBeVisible();
  expect(await codingScores()).toEqual([70]);
  await owner.getByRole('link', { name: 'Challenges' }).first().click();
  await expect(owner.getByRole('heading', { name: 'Regrades' })).toBeVisible();
  await look(owner, 'challenges-versions');
});

/** What the company would read in the results at this moment. */
function codingScores(): Promise<unknown[]> {
  return owner.evaluate(async () => {
    const answer = await fetch('/api/v1/results', {
      headers: { Authorization: `Bearer ${sessionStorage.getItem('assay.staff') ?? ''}` },
    });
    const { items } = (await answer.json()) as { items: { codingScore: unknown }[] };
    return items.map(({ codingScore }) => codingScore);
  });
}

/** The solution, but for what one of the mutants has wrong. */
function emptyTextTaken(): string {
  const solution = packageFiles('x')['x/solutions/node/main.js'] ?? '';
  return solution.replace(" || text === ''", '');
}

/** By the button, as who has no mouse does. */
async function choose(name: string, buffer: Buffer): Promise<void> {
  const chooser = owner.waitForEvent('filechooser');
  const answer = owner.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().includes('/uploads'),
  );
  await owner.getByRole('button', { name: 'Choose a zip file' }).press('Enter');
  await (await chooser).setFiles({ name, mimeType: 'application/zip', buffer });
  await answer;
}

async function drop(name: string, buffer: Buffer): Promise<void> {
  const dropped = await owner.evaluateHandle(
    ([fileName, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName, { type: 'application/zip' }));
      return transfer;
    },
    [name, buffer.toString('base64')] as const,
  );
  await owner
    .getByRole('region', { name: 'Upload a package' })
    .dispatchEvent('drop', { dataTransfer: dropped });
}
