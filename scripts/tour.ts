import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import attendance from '#locales/de/attendance.json' with { type: 'json' };
import courses from '#locales/de/courses.json' with { type: 'json' };
import importing from '#locales/de/import.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import {
  type Course,
  enrolByEnter,
  issueCertificates,
  savePdf,
  setUpCourse,
} from '#tests/e2e/course-steps.ts';
import { counted, follow, openArea, press, setUp } from '#tests/e2e/steps.ts';
import { labFolder, madeUpSetup, openLab } from './lab.ts';

const root = join(import.meta.dirname, '..');
const roster = join(root, 'tests', 'fixtures', 'residents.csv');
/** Slow enough to follow with the eye, milliseconds a step. */
const slowMs = 600;

const course: Course = {
  partner: { name: 'Bildungswerk Musterstadt', shortName: 'BWM' },
  offer: {
    title: 'Deutsch für den Alltag',
    subProject: 'Sprachförderung',
    contents: 'Sich vorstellen\nUhrzeit und Termine\nBeim Arzt',
  },
  group: { name: 'Deutsch A, vormittags', lead: 'M. Brinkmann', room: 'B 101' },
};

/** Imports the roster: what can't be read is skipped, as a person would who mends it later. */
async function importRoster(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await openArea(page, 'people');
  await follow(page, people.list.import);
  await page.locator('input[type=file]').setInputFiles(roster);
  await press(page, importing.mapping.continue);
  await page.getByText(counted(importing.review.open_other, 3)).waitFor();
  await picture('import');
  await press(page, counted(importing.review.skipOpen_other, 3));
  await press(page, counted(importing.review.start_other, 297));
  await page.getByText(counted(importing.result.complete_other, 297)).waitFor();
  await openArea(page, 'people');
  await picture('people');
}

/** Records a session of today: one person is late, the others are there. */
async function rollCall(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await press(page, courses.sessions.plan);
  await press(page, courses.sessions.confirm);
  await follow(page, courses.group.todaySession);
  await page.locator('[data-person]').first().focus();
  for (const key of ['1', '1', '2']) await page.keyboard.press(key, { delay: slowMs });
  await page.keyboard.type('10', { delay: slowMs });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+A', { delay: slowMs });
  await page.getByText(attendance.allRecorded).waitFor();
  await picture('roll-call');
}

/**
 * `npm start -- --tour`: walks the main job by itself in the window (import, enrol, check in, certificate) and leaves
 * pictures and the certificate's PDF in `tour/`.
 */
export async function tour(env: Readonly<Record<string, string>>): Promise<void> {
  const target = join(root, 'tour');
  await mkdir(target, { recursive: true });
  const folder = await labFolder();
  try {
    const app = await openLab(folder, env, slowMs);
    const { page } = app;
    let taken = 0;
    const picture = async (name: string): Promise<void> => {
      taken += 1;
      await page.screenshot({ path: join(target, `${String(taken).padStart(2, '0')}-${name}.png`) });
      console.log(`${taken}. ${name}`);
      await page.waitForTimeout(2 * slowMs);
    };
    await picture('welcome');
    await setUp(page, madeUpSetup);
    await picture('first-screen');
    await importRoster(page, picture);
    await setUpCourse(page, course);
    await enrolByEnter(page, ['nav', 'serh', 'dial', 'shev', 'had']);
    await picture('group');
    await rollCall(page, picture);
    await issueCertificates(page, course.group.name, 5);
    await app.answerSaveDialog(join(target, 'certificates.pdf'));
    await savePdf(page);
    await page.locator('canvas').first().waitFor();
    await picture('certificates');
    await openArea(page, 'today');
    await picture('today');
    await app.close();
    console.log('The pictures and the certificates are in tour/.');
  } finally {
    await folder.remove();
  }
}
