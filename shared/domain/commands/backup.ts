import { everyone, note } from './define.ts';

/** What is done with snapshots; noted with the facility. */
export const backupCommands = {
  'backup.make': note('facility', ['administrator']),
  'backup.chooseFolder': note('facility', ['administrator']),
  'backup.rehearse': note('facility', ['administrator']),
  /** The last entry of the journal that is set aside. */
  'backup.restore': note('facility', ['administrator']),
  /** The first entry of the restored journal: whoever unlocks then leaves it. */
  'backup.restored': note('facility', everyone),
} as const;
