import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { type AuditTexts, auditTexts } from './audit-texts.ts';

const noNames: ReadonlyMap<string, string> = new Map();

/** Names of the staff accounts by id; empty until they are read. */
export function useAccountNames(): ReadonlyMap<string, string> {
  const { audit } = useServices();
  return useLoaded([], () => audit.accountNames(), []) ?? noNames;
}

/** What entries say in the language of the screens. */
export function useAuditTexts(names: ReadonlyMap<string, string>): AuditTexts {
  const { t } = useTranslation('audit');
  const { audit, directory } = useServices();
  return useMemo(() => auditTexts({ t, names, directory, audit }), [t, names, directory, audit]);
}
