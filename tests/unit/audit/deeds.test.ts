import { expect, it } from 'vitest';
import german from '#locales/de/audit.json' with { type: 'json' };
import english from '#locales/en/audit.json' with { type: 'json' };
import { auditCategories, categoryOf, isCommandName } from '#shared/domain/audit/categories.ts';
import { commandNames, commands } from '#shared/domain/commands/registry.ts';

const textOf = (texts: Readonly<Record<string, Readonly<Record<string, string>>>>, name: string) => {
  const [group = '', deed = ''] = name.split('.');
  return texts[group]?.[deed];
};

it.each(commandNames)('%s has words in both languages', (name) => {
  expect(textOf(german.command, name)).toMatch(/\S/);
  expect(textOf(english.command, name)).toMatch(/\S/);
  expect(auditCategories).toContain(categoryOf(name));
});

it('there are no words for deeds that do not exist', () => {
  const worded = Object.entries(german.command).flatMap(([group, deeds]) =>
    Object.keys(deeds).map((deed) => `${group}.${deed}`),
  );
  expect(worded.filter((name) => !isCommandName(name))).toEqual([]);
});

it('what only leaves an entry is no change', () => {
  const notes = commandNames.filter((name) => commands[name].kind === 'note');
  expect(notes.filter((name) => categoryOf(name) === 'changed')).toEqual([]);
});
