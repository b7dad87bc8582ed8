import { type CommandName, commands } from '../commands/registry.ts';

/** Kinds of deeds, as an administrator looks for them. */
export const auditCategories = [
  'access',
  'viewed',
  'changed',
  'removed',
  'printed',
  'exported',
  'restored',
  'operated',
] as const;
export type AuditCategory = (typeof auditCategories)[number];

/** Commands that are no mere change of records. */
const special = {
  access: [
    ...(['vault.unlock', 'account.create', 'account.disable', 'account.changeRole'] as const),
    ...(['account.resetPassphrase', 'account.changePassphrase', 'recovery.renew'] as const),
    'vault.beginKey',
    ...(['sync.overruled', 'workstation.invite', 'workstation.add'] as const),
  ],
  viewed: ['participant.view', 'audit.view', 'retention.preview'],
  removed: [
    ...(['participant.erase', 'retention.delete', 'retention.end', 'erasure.repeat'] as const),
    'backup.deleteSetAside',
    'session.withdraw',
    'certificate.revoke',
    'certificateTemplate.retire',
    'kiosk.discard',
    'proof.strikeOff',
    ...(['workstation.revoke', 'workstation.decline'] as const),
  ],
  printed: [
    ...(['badge.print', 'courseGroup.printRoster', 'signatureList.print'] as const),
    ...(['certificate.print', 'paper.print', 'audit.print'] as const),
  ],
  exported: [
    ...(['certificate.save', 'paper.save', 'dayReport.giveCounts', 'dayReport.giveNames'] as const),
    ...(['proof.handOut', 'audit.save', 'participant.disclose'] as const),
  ],
  restored: ['backup.restore', 'backup.restored'],
  operated: [
    'backup.make',
    'backup.verify',
    'backup.chooseFolder',
    'backup.rehearse',
    'proof.renew',
    'kiosk.start',
    'vault.resealed',
    ...(['sync.connect', 'sync.disconnect', 'sync.reseed', 'workstation.rename'] as const),
  ],
} as const satisfies Partial<Record<AuditCategory, readonly CommandName[]>>;

const categories = new Map<string, AuditCategory>(
  Object.entries(special).flatMap(([category, names]) =>
    names.map((name) => [name, category as AuditCategory] as const),
  ),
);

/** The kind of a command, also of one that a newer version of the app has left. */
export function categoryOf(command: string): AuditCategory {
  return categories.get(command) ?? 'changed';
}

/** Whether this version of the app knows the command. */
export function isCommandName(command: string): command is CommandName {
  return Object.hasOwn(commands, command);
}
