import type { OpenedData } from '#renderer/data/open-data.ts';
import type { Vault } from '#renderer/vault/vault.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { AuditPort } from '#shared/ports/audit.ts';

/** The audit log with the names that stand in the vault; nobody gets those who may not read the log. */
export function auditPort(
  log: OpenedData['audit'],
  accounts: () => ReturnType<Vault['accounts']>,
  { allows }: Pick<CommandPort, 'allows'>,
): AuditPort {
  return {
    page: (filter, cursor, limit) => log.page(filter, cursor, limit),
    count: () => log.count(),
    originOf: (workstationId) => log.originOf(workstationId),
    check: () => log.check(),
    current: log.current,
    subscribe: log.subscribe,
    accountNames: async () => {
      if (!allows('audit.view')) return new Map();
      const found = await accounts();
      return new Map(found.ok ? found.value.map(({ id, name }) => [id, name] as const) : []);
    },
  };
}
