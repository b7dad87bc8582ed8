import type { AppServices } from '#shared/ports/app-services.ts';

/** See `Lab.editPeople`. Room and arrival are edited in turn; every tenth edit is a new person. */
export async function editPeople(
  { commands, directory }: Pick<AppServices, 'commands' | 'directory'>,
  count: number,
  mark: string,
): Promise<void> {
  const ids = directory
    .list('participant')
    .map(({ id }) => id)
    .toSorted();
  for (let at = 0; at < count; at += 1) {
    const id = ids[at % ids.length];
    const done =
      at % 10 === 9 || id === undefined
        ? await commands.execute('participant.create', {
            ...{ number: null, given: `${mark} ${at}`, family: null, spellings: [], original: null },
            ...{ birth: { kind: 'unknown' }, languages: [], room: null, arrivedOn: null, departedOn: null },
            note: null,
          })
        : await commands.execute('participant.update', {
            id,
            changes: at % 2 === 0 ? { room: `${mark} ${at}` } : { languages: [at % 4 === 1 ? 'fa' : 'ar'] },
          });
    if (!done.ok) throw new Error(done.error.code);
  }
}
