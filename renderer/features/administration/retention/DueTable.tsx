import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import type { DueNow } from '#shared/domain/retention/due-list.ts';

interface Row {
  readonly key: string;
  readonly who: string;
  /** `null`: no person. */
  readonly personId: string | null;
  readonly left: string;
  readonly what: string;
  readonly since: string;
}

const rowKey = ({ key }: Row): string => key;

/** Who and what is due, whoever has been due longest first; sessions with names of walk-ins after the people. */
export function DueTable({ due }: { readonly due: DueNow }) {
  const { t } = useTranslation('retention');
  const navigate = useNavigate();
  const rows = useMemo(
    (): readonly Row[] => [
      ...due.people.map(({ person, departedOn, classes, since }) => ({
        ...{ key: person.id, personId: person.id, who: listName(person), left: departedOn, since },
        what: classes.map((name) => t(`class.${name}.name`)).join('; '),
      })),
      ...due.walkIns.map(({ sessionId, date, groupName, since }) => ({
        ...{ key: sessionId, personId: null, left: date, since },
        ...{ who: t('due.session', { group: groupName }), what: t('class.walkIns.name') },
      })),
    ],
    [due, t],
  );
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'who', label: t('due.who'), width: '2fr', render: ({ who }) => <bdi>{who}</bdi> },
      { key: 'left', label: t('due.left'), width: 110, render: ({ left }) => germanDate(left) },
      { key: 'what', label: t('due.what'), width: '3fr', render: ({ what }) => what },
      { key: 'since', label: t('due.since'), width: 110, render: ({ since }) => germanDate(since) },
    ],
    [t],
  );
  return (
    <VirtualTable
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      label={t('due.table')}
      onOpen={({ personId }) => {
        if (personId !== null) void navigate(`/people/${personId}`);
      }}
      maxHeight="420px"
    />
  );
}
