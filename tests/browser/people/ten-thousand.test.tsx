import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { createPeopleIndex } from '#shared/domain/search/people-index.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { showScreen } from './show-screen.tsx';

const given = ['Khaled', 'Ayşe', 'Navid', 'Amina', 'Mohammed', 'Yuliia', 'Serhat', 'Parwana'];
const family = ['Haddad', 'Yıldız', 'Hosseini', 'Bah', 'al-Ahmad', 'Shevchenko', 'Rezaei', null];
const people: readonly PersonEntry[] = Array.from({ length: 10_000 }, (_, at) => ({
  id: `p${at}`,
  given: given[at % 8] ?? '',
  family: family[Math.floor(at / 8) % 8] ?? null,
  spellings: [],
  original: at % 3 === 0 ? 'خالد حداد' : null,
  number: String(100_000 + at),
  formerNumbers: [],
  birth: { kind: 'year', year: 1950 + (at % 60) },
  languages: ['ar', 'de'],
  room: `B${at % 400}`,
  departedOn: null,
}));

test('of 10,000 people only those in sight are drawn, also after a search', async () => {
  const services = memoryServices();
  const index = createPeopleIndex(people);
  services.directory.list = (() => people) as never;
  services.directory.searchPeople = (text, limit) => index.search(text, limit);
  await showScreen(services, '/people/new');
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  const link = page.getByRole('link', { name: 'Personen' }).element() as HTMLElement;
  link.click();
  await expect.element(page.getByText('10.000 Personen')).toBeVisible();
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(100);
  await userEvent.keyboard('hadd');
  await expect.element(page.getByText(/von 10.000 Personen/)).toBeVisible();
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(100);
});
