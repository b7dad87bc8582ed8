import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { AuditLine } from '#shared/ports/audit.ts';
import type { AuditTexts } from './audit-texts.ts';

const rowKey = ({ id }: AuditLine): string => id;

interface AuditTableProps {
  readonly lines: readonly AuditLine[];
  readonly texts: AuditTexts;
  /** Where there are several chains, each line says whose it is. */
  readonly showComputer: boolean;
  readonly onEnd: () => void;
}

/** Entries, newest first. */
export function AuditTable({ lines, texts, showComputer, onEnd }: AuditTableProps) {
  const { t } = useTranslation('audit');
  const momentText = useMomentText();
  const columns = useMemo(
    (): readonly Column<AuditLine>[] => [
      { key: 'at', label: t('list.at'), width: 160, render: ({ entry }) => momentText(Date.parse(entry.at)) },
      {
        key: 'who',
        label: t('list.who'),
        width: '2fr',
        render: ({ entry }) => <bdi>{texts.who(entry)}</bdi>,
      },
      { key: 'what', label: t('list.what'), width: '3fr', render: ({ entry }) => texts.what(entry) },
      {
        key: 'about',
        label: t('list.about'),
        width: '3.5fr',
        render: ({ entry }) => <bdi>{texts.about(entry)}</bdi>,
      },
      ...(showComputer
        ? [
            {
              key: 'computer',
              label: t('list.computer'),
              width: '3fr',
              render: ({ entry }: AuditLine) => texts.computer(entry.workstationId),
            },
          ]
        : []),
    ],
    [t, momentText, texts, showComputer],
  );
  return (
    <VirtualTable
      rows={lines}
      columns={columns}
      rowKey={rowKey}
      label={t('list.label')}
      onEnd={onEnd}
      maxHeight="max(280px, calc(100dvh - 380px))"
    />
  );
}
