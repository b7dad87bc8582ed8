import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import { madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { seeded } from '#tests/unit/commands/seeded.ts';
import { button, close, open, overwrite } from './sync-cases.tsx';

afterEach(close);

const tasks = (name = 'Was nicht zusammenpasst') => page.getByRole('list', { name }).getByRole('listitem');

it('says on the first screen how much there is, and leads to it; settled, it is gone', async () => {
  const services = await seeded();
  const { groupId, amina, records } = services;
  services.sync.set({ tasks: [{ kind: 'group-overfull', ids: [groupId] }] });
  await services.done('participant.update', { id: amina, changes: { room: 'A 002' } });
  overwrite(services, 'participant', amina, 'room', { room: 'B 114' });
  await open(services, '/');
  await page.getByRole('link', { name: '2 Sachen nach dem Abgleich ansehen' }).click();
  const group = await records.get('courseGroup', groupId);
  const sentence = `${group?.name} hat 2 Personen auf ${group?.capacity} Plätzen.`;
  await expect.element(tasks()).toHaveTextContent(sentence);
  await expect.element(page.getByRole('link', { name: group?.name ?? '' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Amina' })).toBeVisible();
  await expect
    .element(tasks('Gleichzeitig geschrieben und überschrieben'))
    .toHaveTextContent('Zimmer: B 114 · jetzt gilt: Zimmer: A 002');
  expect(await violations()).toEqual([]);
  await button(`So ist es in Ordnung: ${sentence}`).click();
  await expect.element(tasks()).not.toBeInTheDocument();
  expect(await records.all('settledTask')).toHaveLength(1);
  services.sync.set({ overwritten: [] });
  await expect.element(page.getByText('Alles passt zusammen')).toBeVisible();
  await open(services, '/');
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.getByRole('link', { name: /nach dem Abgleich/ }).elements()).toEqual([]);
});

it('says every kind of task in a sentence, with ways to what it is about', async () => {
  const services = await seeded();
  const { done, groupId, amina, bilal, places, sessionId } = services;
  const { id: other } = await done('session.plan', { groupId, ...madeSlot('2026-11-24') });
  const decide = (decision: 'grant' | 'withhold') =>
    done('certificate.decide', { participantId: amina, groupId, moduleId: null, decision, reason: 'Test' });
  await decide('grant');
  const [decision] = await services.records.all('certificateDecision');
  services.sync.set({
    tasks: [
      { kind: 'place-twice', ids: [...places] },
      { kind: 'room-twice', ids: [sessionId, other] },
      { kind: 'lead-twice', ids: [sessionId, other] },
      { kind: 'group-meets-twice', ids: [sessionId, other] },
      { kind: 'attendance-without-session', ids: [sessionId] },
      { kind: 'person-twice', ids: [amina, bilal] },
      { kind: 'left-with-merged', ids: [amina, ...places] },
      { kind: 'decided-twice', ids: [decision?.id ?? ''] },
      { kind: 'erased-again', ids: ['e'] },
      { kind: 'group-overfull', ids: ['gone'] },
    ],
  });
  await open(services, '/after-sync', { language: 'en', mode: 'dark' });
  const list = tasks('What does not fit together');
  await expect.element(list.nth(7)).toBeVisible();
  const texts = list.elements().map(({ textContent }) => textContent ?? '');
  expect(texts).toHaveLength(8);
  for (const text of texts) expect(text).not.toMatch(/\{\{|undefined|\bnull\b/);
  expect(texts[5]).toContain('Amina and Bilal are probably the same person.');
  await expect.element(page.getByRole('link', { name: 'Possible duplicates' })).toBeVisible();
  expect(await violations()).toEqual([]);
});

it('lets nobody settle a task who may not', async () => {
  const seed = await seeded();
  seed.sync.set({ tasks: [{ kind: 'group-overfull', ids: [seed.groupId] }] });
  const services = memoryServices({ role: 'reception', tables: seed.tables });
  services.sync.set({ tasks: seed.sync.tasks() });
  await open(services, '/after-sync');
  await expect.element(tasks()).toBeVisible();
  expect(tasks().getByRole('button').elements()).toEqual([]);
});
