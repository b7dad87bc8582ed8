import { defineConfig } from 'playwright/test';

/** Long runs over the lab's build, one after the other: `npm run test:endurance`. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/endurance',
  workers: 1,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  timeout: 5_400_000,
  forbidOnly: true,
});
