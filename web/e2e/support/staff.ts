import { expect, type Page } from '@playwright/test';

/** Signs in for the first time and chooses a password, as every member must. */
export async function signInFirst(
  page: Page,
  email: string,
  password: string,
  newPassword: string,
): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password', { exact: true }).fill(newPassword);
  await page.getByLabel('New password again').fill(newPassword);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page).not.toHaveURL(/sign-in|change-password/);
}

/** Adds an interviewer and gives the first password, which is shown once. */
export async function addInterviewer(page: Page, name: string, email: string): Promise<string> {
  await page.goto('/members');
  await page.getByRole('button', { name: 'Add a member' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('checkbox', { name: 'Interviewer' }).check();
  await dialog.getByRole('button', { name: 'Add the member' }).click();
  const password = await dialog.getByLabel(`First password of ${name}`).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('cell', { name: email })).toBeVisible();
  return password;
}

export async function createAssessment(page: Page, title: string, tasks: RegExp[]): Promise<void> {
  await page.goto('/assessments');
  await page.getByRole('link', { name: 'New assessment' }).first().click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Role').fill('Backend engineer');
  for (const task of tasks) {
    await page.getByRole('button', { name: task }).click();
  }
}

/** Invites a candidate from an assessment's page and gives the link, which is shown once. */
export async function invite(page: Page, name: string, email: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite a candidate' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Create the link' }).click();
  const link = await dialog.getByLabel(`Link for ${name}`).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** Rates every criterion with the same level. */
export async function rate(page: Page, level: number): Promise<void> {
  const criteria = page.locator('section[id^="criterion-"]');
  await expect(criteria.first()).toBeVisible();
  for (const criterion of await criteria.all()) {
    await criterion.getByRole('radio', { name: `Level ${level}` }).check({ force: true });
    await criterion.getByLabel('Evidence').fill('The estimate names 46 creations a second.');
    await criterion.getByLabel('Comment').fill('It follows from the given numbers.');
  }
  await page.getByLabel('For the hiring team').fill('A sound design with a gap or two.');
}
