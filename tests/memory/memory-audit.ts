import { rightToRead } from '#shared/domain/access/rights.ts';
import type { ChainFinding } from '#shared/domain/audit/chain.ts';
import { fits } from '#shared/domain/audit/filter.ts';
import type { AuditEntry } from '#shared/domain/records/audit-entry.ts';
import type { Role } from '#shared/ports/account.ts';
import type { AuditCheck, AuditLine, AuditPort } from '#shared/ports/audit.ts';

/** The audit log of a test: what is added is there, newest last; nothing is sealed or linked. */
export interface MemoryAudit extends AuditPort {
  readonly lines: AuditLine[];
  readonly names: Map<string, string>;
  add(entry: Partial<AuditEntry> & Pick<AuditEntry, 'command'>): void;
  /** What the next check finds. */
  found: Partial<ChainFinding>;
  /** How many checks were asked for. */
  checks: number;
}

export function memoryAudit(role: Role, workstationId: string, now: () => Date): MemoryAudit {
  let state: AuditCheck = { state: 'waiting' };
  const listeners = new Set<() => void>();
  const audit: MemoryAudit = {
    lines: [],
    names: new Map([['account-1', 'Kim Beispiel']]),
    found: {},
    checks: 0,
    add: (entry) => {
      const number = audit.lines.length + 1;
      audit.lines.push({
        id: `entry-${number}`,
        entry: {
          ...{ at: now().toISOString(), accountId: 'account-1', workstationId },
          ...{ subjects: [], number, previous: '' },
          ...entry,
        },
      });
    },
    page: async (filter, cursor, limit) => {
      if (rightToRead(role, 'audit') !== 'all') return { ok: false, error: { code: 'role' } };
      let next = cursor?.[workstationId] ?? audit.lines.length;
      const from = next;
      const lines: AuditLine[] = [];
      for (; next > 0 && lines.length < limit; next -= 1) {
        const line = audit.lines[next - 1];
        if (line && fits(filter, line.entry)) lines.push(line);
      }
      const page = { lines, looked: from - next, cursor: next > 0 ? { [workstationId]: next } : null };
      return { ok: true, value: page };
    },
    count: () => audit.lines.length,
    originOf: (id) => (id === workstationId ? 'this' : 'replaced'),
    check: async () => {
      audit.checks += 1;
      const entries = audit.lines.length;
      const [firstAt = null, lastAt = null] = [audit.lines[0], audit.lines.at(-1)].map(
        (line) => line?.entry.at,
      );
      const chain = { workstationId, entries, firstAt, lastAt, digest: 'ab'.repeat(32), continues: false };
      state = {
        ...{ state: 'done', at: now() },
        finding: { chains: [chain], faults: [], faultCount: 0, unlinked: 0, ...audit.found },
      };
      for (const listener of listeners) listener();
    },
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accountNames: async () => audit.names,
  };
  return audit;
}
