import { expect, test, type Page } from '@playwright/test';
import {
  chooseEnvironment,
  editor,
  expectSaved,
  judgementOf,
  newPerson,
  paste,
  savedState,
  start,
} from './support/candidate';
import { look } from './support/look';
import { Server } from './support/server';

/* What goes wrong while a candidate works. One attempt goes through all of it. */
test.describe.configure({ mode: 'serial' });

/** Takes some seconds to answer, so that there is a judgement to interrupt. */
const SLOW_SERVICE = `import http.server, os, time

# typed before the crash
time.sleep(6)
http.server.HTTPServer(("", int(os.environ["PORT"])), http.server.BaseHTTPRequestHandler).serve_forever()
`;

let server: Server;
let page: Page;
let other: Page;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  page = await newPerson(browser, server.url);
  await start(page, server.firstStart().link);
  await chooseEnvironment(page, 'Python');
});

test.afterAll(async () => {
  await server.stop();
});

test('a server killed in mid-judgement keeps the text and still judges', async () => {
  test.setTimeout(600_000);
  await paste(page, SLOW_SERVICE);
  await expectSaved(page);
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/submissions'),
  );
  await page.keyboard.press('Control+Shift+Enter');
  const { id } = (await (await answer).json()) as { id: string };
  await expect(page.getByTestId('progress-words')).toContainText(/Building|Starting/, {
    timeout: 240_000,
  });

  await server.kill();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# typed while the server was dead');
  await expect(savedState(page)).toContainText('Not saved yet');
  await expect(page.getByText('The connection is lost.')).toBeVisible({ timeout: 30_000 });
  await look(page, 'server-dead');

  await server.up();
  await expectSaved(page);
  await judgementOf(page, id);
  await page.reload();
  await expect(editor(page)).toContainText('# typed before the crash');
  await expect(editor(page)).toContainText('# typed while the server was dead');
});

test('without a connection the text waits, and is sent when it is back', async () => {
  await page.context().setOffline(true);
  await paste(page, '# typed offline\n');
  await expect(savedState(page)).toContainText('Not saved yet');
  await page.context().setOffline(false);
  await expectSaved(page);
  await page.reload();
  await expect(editor(page)).toContainText('# typed offline');
});

test('a second tab never overwrites unasked: the person chooses', async () => {
  other = await page.context().newPage();
  await other.goto(server.firstStart().link);
  await expect(editor(other)).toContainText('# typed offline');
  await paste(other, '# from the second tab\n');
  await expectSaved(other);

  await paste(page, '# from the first tab\n');
  await expect(savedState(page)).toContainText('changed in another tab');
  await expect(editor(page)).toContainText('# from the first tab');
  await page.getByRole('button', { name: 'Compare and choose' }).click();
  await expect(page.getByRole('region', { name: /^Mine/ })).toContainText('# from the first tab');
  await expect(page.getByRole('region', { name: /^Theirs/ })).toContainText(
    '# from the second tab',
  );
  await look(page, 'conflict');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expectSaved(page);
  await other.reload();
  await expect(editor(other)).toContainText('# from the first tab');
});

test('files are added, renamed and deleted, and bad names are refused', async () => {
  const tree = page.getByRole('navigation', { name: 'Files' });
  await tree.getByRole('button', { name: 'New file' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('../outside.py');
  await expect(page.getByText('Use letters')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('lib/store.py');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await paste(page, '# a store\n');
  await tree.getByRole('button', { name: 'Rename or delete lib/store.py' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('lib/links.py');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expectSaved(page);
  await page.reload();
  await tree.getByRole('button', { name: 'links.py', exact: true }).click();
  await expect(editor(page)).toContainText('# a store');
  await expect(tree.getByRole('button', { name: 'store.py', exact: true })).toHaveCount(0);
  await tree.getByRole('button', { name: 'Rename or delete lib/links.py' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expectSaved(page);
  await expect(tree.getByRole('button', { name: 'links.py', exact: true })).toHaveCount(0);
});

test('what did not arrive before the end is not called handed in, and can be copied', async () => {
  await page.context().setOffline(false);
  // The other tab finishes while this one cannot send.
  await page.route('**/edits', (route) => route.abort());
  await paste(page, '# never arrived\n');
  await expect(savedState(page)).toContainText('Not saved yet');
  await other.getByRole('button', { name: 'Finish' }).click();
  await other.getByRole('button', { name: 'Hand in and finish' }).click();
  await expect(other.getByRole('heading', { name: 'Your work is handed in' })).toBeVisible();
  await page.unroute('**/edits');
  await expect(page.getByText('this was not handed in')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByLabel('main.py')).toHaveValue('# never arrived\n');
  await look(page, 'not-handed-in');
});
