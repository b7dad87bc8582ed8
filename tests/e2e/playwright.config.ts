import { defineConfig } from 'playwright/test';

/** End-to-end tests in the real window. Two at a time: each has a browser and a profile of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  // `npm test` counts from the JSON report.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
});
