import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PapersPage } from '#renderer/features/papers/PapersPage.tsx';
import { PersonPage } from '#renderer/features/people/PersonPage.tsx';
import type { Role } from '#shared/ports/account.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { confirmPrint } from '#tests/browser/confirm-print.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { weekOfCourses } from '#tests/browser/week/week-cases.ts';
import { memoryDocuments, takenPages } from '#tests/memory/memory-documents.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

const routes = { '/people/:id': <PersonPage />, '/people/:id/papers': <PapersPage /> };
type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark' };

async function open(services: AppServices, address: string, look: Look = {}): Promise<void> {
  unmount();
  unmount = await mountScreen({ services, address, routes, ...look });
}

/** Amina, who is in three groups and speaks the languages given, and what is asked of the app. */
async function amina(languages: string[], role?: Role) {
  const services = await weekOfCourses(role === undefined ? {} : { role });
  const [id = ''] = services.people;
  await services.done('participant.update', { id, changes: { languages } });
  const deeds: string[] = [];
  const watching: AppServices = {
    ...services,
    commands: {
      allows: services.commands.allows,
      execute: (name, input) => {
        deeds.push(`${name} ${'ids' in input ? input.ids.join() === id : ''}`);
        return services.commands.execute(name, input);
      },
    },
    documents: memoryDocuments({
      save: async (kind) => {
        deeds.push(`save ${kind}`);
        return { ok: true, value: true };
      },
      print: async ({ kind, landscape }, pages) => {
        const { length } = await takenPages(pages);
        deeds.push(`print ${kind} ${length} ${landscape ? 'landscape' : 'upright'}`);
        return { ok: true, value: true };
      },
    }),
  };
  return { id, services: watching, deeds };
}

const pageText = async (contains: string): Promise<string> => {
  const text = page.getByRole('region', { name: 'Text von Seite 1' });
  await expect.poll(() => text.elements()[0]?.textContent ?? '', { timeout: 40_000 }).toContain(contains);
  return text.element().textContent ?? '';
};
const language = () => page.getByLabelText('Sprache', { exact: true });

describe('papers in the own language', () => {
  it('are two steps from the person, in the first language that papers are written in', async () => {
    const { id, services, deeds } = await amina(['am', 'prs']);
    await open(services, `/people/${id}`);
    await expect.poll(() => document.body.textContent).toContain('Farsi, Dari mit Deutsch daneben');
    await page.getByRole('link', { name: 'Papiere ansehen und drucken' }).click();
    await pageText('Ihre Bescheinigung');
    await expect.element(language()).toHaveValue('fa');
    await userEvent.keyboard('{Control>}p{/Control}');
    await confirmPrint();
    await expect
      .poll(() => deeds, { timeout: 30_000 })
      .toEqual(['participant.view true', 'print explanation-sheet 1 upright', 'paper.print true']);
  });

  it('show the week that one has: own groups only, and other weeks', async () => {
    const { id, services, deeds } = await amina(['uk']);
    await open(services, `/people/${id}/papers?paper=week`);
    const text = await pageText('Мій тижневий план');
    expect(text).toContain('Amina Haddad');
    expect(text).toContain('Erstorientierung, Vormittag');
    expect(text).toContain('Deutsch A1, Nachmittag');
    expect(text).not.toContain('Werkstatt');
    expect(text).not.toContain('Fußball');
    await userEvent.keyboard('{Alt>}{PageUp}{/Alt}');
    await expect.poll(() => document.body.dataset.address).toContain('week=2026-W47');
    await pageText('16 листопада');
    await page.getByRole('button', { name: 'Als PDF speichern' }).click();
    await expect.poll(() => deeds).toEqual(['save own-week-plan', 'paper.save true']);
  });

  it('offer all languages, whatever is known of the person', async () => {
    const { id, services } = await amina([]);
    await open(services, `/people/${id}/papers`);
    await expect.element(language()).toHaveValue('de');
    expect(language().element().querySelectorAll('option')).toHaveLength(13);
    await language().selectOptions('ti');
    await pageText('ምስክር ወረቐትኩም');
    expect(document.body.dataset.address).toContain('language=ti');
  });

  it('are there for reception, which can print them', async () => {
    const { id, services } = await amina(['ar'], 'reception');
    await open(services, `/people/${id}`);
    await expect.element(page.getByRole('link', { name: 'Papiere ansehen und drucken' })).toBeVisible();
  });

  it('say so where there is no such person', async () => {
    const { services } = await amina([]);
    await open(services, '/people/nobody/papers');
    await expect.element(page.getByRole('link', { name: 'Zu den Personen' })).toBeVisible();
  });
});

describe('accessibility', () => {
  it.each([
    ['de', 'light', 'sheet'],
    ['de', 'dark', 'week'],
    ['en', 'light', 'week'],
  ] as const)('has no violations: %s, %s, %s', async (shown, mode, paper) => {
    const { id, services } = await amina(['ar']);
    await open(services, `/people/${id}/papers?paper=${paper}`, { language: shown, mode });
    await expect
      .poll(() => document.querySelectorAll('canvas').length, { timeout: 40_000 })
      .toBeGreaterThan(0);
    expect(await violations()).toEqual([]);
  });
});
