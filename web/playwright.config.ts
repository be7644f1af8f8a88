import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

/* The browser is the distribution's Chromium; none is downloaded. Each file starts the packaged server itself. */
const { CHROMIUM } = process.env;
const chromium =
  CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );

export default defineConfig({
  testDir: './e2e',
  outputDir: './node_modules/.tmp/e2e',
  workers: 1,
  // One judgement takes seconds, the first one builds images.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
