/** What the engine asks of the header that all workstations share. */
import type { SharedSite } from '#renderer/sync/engine.ts';
import type { SiteValues } from '#renderer/vault/site-values.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import { valueFormats } from '#shared/sync/value-format.ts';
import type { SharedHeader } from './shared-header.ts';

interface EngineSiteDeps {
  readonly header: SharedHeader;
  readonly values: SiteValues;
  readonly session: VaultSession;
}

export function engineSite({ header, values, session }: EngineSiteDeps): SharedSite {
  return {
    take: async (entry) => {
      if (!(await header.take(entry))) return 'repair';
      // Under the name of another value, or none of these formats: a record may belong there.
      const isOurs = entry.key === values.headerName || values.requestNames.includes(entry.key);
      return isOurs ? 'taken' : 'repair';
    },
    refresh: (line) => header.agree().then(() => line.connection().kind === 'connected'),
    connected: async (line, isStrange) => {
      if (isStrange) {
        // Whoever writes here has put the site's header there first.
        const found = await line.get(values.headerName);
        if (!found.ok) return 'unanswered';
        if (found.value?.value[0] !== valueFormats.header) return 'foreign';
      }
      // Not before: on another facility's server the header would pass for its own the next time.
      header.attach(line);
      await header.agree();
      if (line.connection().kind !== 'connected') return 'unanswered';
      return header.standing() === 'revoked' ? 'revoked' : 'ours';
    },
    refuses: (writer, storedAt) => {
      const { workstations = [] } = session.verifiedHeader();
      const revokedAt = workstations.find(({ id }) => id === writer)?.revokedAt;
      return revokedAt !== undefined && Date.parse(storedAt) >= Date.parse(revokedAt);
    },
  };
}
