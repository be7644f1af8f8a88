import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import type { Files } from './challenge';

/** A person with a browser of their own; the tests paste, so the clipboard is theirs too. */
export async function newPerson(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  // Leaving with unsaved text asks; these people know what they do.
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}

export async function start(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await expect(editor(page)).toBeVisible();
}

export function editor(page: Page): Locator {
  return page.getByTestId('editor').locator('.cm-content').filter({ visible: true });
}

export function savedState(page: Page): Locator {
  return page.getByTestId('saved-state');
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(savedState(page)).toContainText(/^Saved · revision \d+ · \d\d:\d\d:\d\d/);
}

export async function chooseEnvironment(page: Page, name: string): Promise<void> {
  const environment = page.getByRole('combobox', { name: 'Environment' });
  await environment.click();
  await page.getByRole('option', { name, exact: true }).click();
  await expect(environment).toHaveValue(name);
}

/** Opens each file, or adds it, and pastes the text over what is there. */
export async function pasteFiles(page: Page, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await openFile(page, path);
    await paste(page, text);
  }
  await expectSaved(page);
}

async function openFile(page: Page, path: string): Promise<void> {
  const tree = page.getByRole('navigation', { name: 'Files' });
  const file = tree.getByRole('button', { name: path, exact: true });
  if ((await file.count()) === 0) {
    await tree.getByRole('button', { name: 'New file' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(path);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  } else {
    await file.click();
  }
  await expect(editor(page)).toHaveAttribute(
    'aria-label',
    new RegExp(`^${path.replaceAll('.', '\\.')},`),
  );
}

export async function paste(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

/** Submits and waits for the judgement of just that submission. */
export async function submit(page: Page): Promise<Locator> {
  const answer = page.waitForResponse(
    (response) =>
      response.request().method() === 'POST' &&
      response.url().endsWith('/submissions') &&
      response.ok(),
  );
  await page.getByRole('button', { name: 'Submit' }).click();
  const { id } = (await (await answer).json()) as { id: string };
  return judgementOf(page, id);
}

export async function judgementOf(page: Page, id: string): Promise<Locator> {
  const judgement = page.locator(`[data-submission="${id}"]`);
  await expect(judgement).toBeVisible({ timeout: 240_000 });
  return judgement;
}
