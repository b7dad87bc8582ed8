import { recordTypes } from '#shared/domain/records/registry.ts';

/** From now on this window is of an app whose people have one field more, in a version of their own. */
export function beNewerApp(): void {
  const { participant } = recordTypes;
  const migrations = [
    ...participant.migrations,
    (person: Record<string, unknown>) => ({ ...person, wing: '' }),
  ];
  Object.assign(recordTypes, {
    participant: { ...participant, migrations, version: migrations.length + 1 },
  });
}
