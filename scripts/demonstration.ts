import { setUp } from '#tests/e2e/steps.ts';
import { labFolder, madeUpSetup, openLab } from './lab.ts';

/**
 * `npm start -- --demo`: opens the app with a made-up facility of 300 residents, 12 groups and six weeks of
 * attendance, in a folder of its own that is deleted when the window is closed.
 */
export async function demonstrate(env: Readonly<Record<string, string>>): Promise<void> {
  const folder = await labFolder();
  try {
    const app = await openLab(folder, env);
    console.log(
      `Opened in ${app.shell === 'electron' ? 'Electron' : "a Chromium window (Electron's binary is not available here)"}`,
    );
    const closed = new Promise<void>((resolve) => app.page.once('close', () => resolve()));
    const interrupted = new Promise<void>((resolve) =>
      process.once('SIGTERM', () => resolve()).once('SIGINT', () => resolve()),
    );
    await setUp(app.page, madeUpSetup);
    console.log('Filling a made-up facility: 300 residents, 12 groups, six weeks of attendance');
    await app.page.evaluate(() => window.wegmarkeLab.fillDemo());
    console.log(`Ready. ${madeUpSetup.administrator}, passphrase: ${madeUpSetup.passphrase}`);
    await Promise.race([closed, interrupted]);
    await app.close();
  } finally {
    await folder.remove();
  }
}
