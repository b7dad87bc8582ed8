import { note } from './define.ts';

/** What is done with snapshots; noted with the facility. */
export const backupCommands = {
  'backup.make': note('facility'),
  /** All were read back. */
  'backup.verify': note('facility'),
  'backup.chooseFolder': note('facility'),
  /** What a restore had set aside was deleted for good. */
  'backup.deleteSetAside': note('facility'),
  'backup.rehearse': note('facility'),
  /** The last entry of the journal that is set aside. */
  'backup.restore': note('facility'),
  /** The first entry of the restored journal: whoever unlocks then leaves it. */
  'backup.restored': note('facility'),
} as const;
