import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './drivers/chromium.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../out/e2e',
  // Drawn with bundled fonts only: the same pictures for every system with this Chromium.
  snapshotPathTemplate: '{testDir}/{testFileDir}/golden/{arg}{ext}',
  globalSetup: './drivers/build-once.ts',
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // A studio and its browser fill two cores; two at a time lose keys that are pressed before a field is there.
  workers: 1,
  fullyParallel: false,
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 30_000,
    // A trace records every step of every spec, whether it fails or not: only where somebody wants to look.
    trace: process.env.GALLEY_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumArguments },
  },
});
