import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { attendedShare } from '#shared/domain/attendance/ledger.ts';
import type { AccountLine } from '#shared/domain/attendance/person-account.ts';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';

/** The UE of a place by module, and session by session. */
export function AccountDetails({ line }: { readonly line: AccountLine }) {
  const hasModules = line.offer.modules.length > 0;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 1 }}>
      {hasModules && <Modules line={line} />}
      <Sessions line={line} />
    </Box>
  );
}

interface DetailTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

function DetailTable({ caption, columns, children }: DetailTableProps) {
  return (
    <Box component="table" sx={tableLook}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Box>
  );
}

function Modules({ line: { offer, sums } }: { readonly line: AccountLine }) {
  const { t } = useTranslation('people');
  const rows = [
    ...offer.modules.map(({ id, title }) => ({ id, title })),
    ...(sums.byModule.has(null) ? [{ id: null, title: t('account.withoutModule') }] : []),
  ];
  return (
    <DetailTable
      caption={t('account.byModule')}
      columns={[t('account.module'), t('account.units'), t('account.share'), t('account.openUnits')]}
    >
      {rows.map(({ id, title }) => {
        const own = sums.byModule.get(id);
        const percent = own && attendedShare(own);
        return (
          <tr key={id ?? ''}>
            <th scope="row">{title}</th>
            <td>
              {own
                ? t('account.unitsOf', { attended: own.attended, offered: own.offered })
                : t('account.notYet')}
            </td>
            <td>{percent !== undefined && t('account.percent', { percent })}</td>
            <td>
              {own && own.notRecorded > 0 && (
                <StatusMark
                  status="not-recorded"
                  label={t('account.unitsCount', { count: own.notRecorded })}
                />
              )}
            </td>
          </tr>
        );
      })}
    </DetailTable>
  );
}

function Sessions({ line: { sessions } }: { readonly line: AccountLine }) {
  const { t, i18n } = useTranslation('people');
  const markText = useMarkText();
  return (
    <DetailTable
      caption={t('account.bySession')}
      columns={[t('account.session'), t('account.units'), t('account.mark')]}
    >
      {sessions.map(({ session, mark, offered, attended }) => (
        <tr key={session.id}>
          <th scope="row">
            <Link component={RouterLink} to={`/sessions/${session.id}`}>
              {t('account.when', {
                weekday: new Date(`${session.date}T12:00:00`).toLocaleDateString(i18n.language, {
                  weekday: 'short',
                }),
                date: germanDate(session.date),
                time: clockTime(session.startsAt),
              })}
            </Link>
          </th>
          <td>{!session.cancelled && t('account.unitsOf', { attended, offered })}</td>
          <td>
            {session.cancelled ? (
              t('account.cancelled')
            ) : (
              <StatusMark status={mark.mark} label={markText(mark)} />
            )}
          </td>
        </tr>
      ))}
    </DetailTable>
  );
}

/** A mark in words, with its minutes. */
function useMarkText() {
  const { t } = useTranslation('people');
  return ({ mark, late, early }: AccountLine['sessions'][number]['mark']): string => {
    if (late !== null && early !== null) return t('account.lateAndEarly', { late, early });
    if (late !== null) return t('account.late', { minutes: late });
    if (early !== null) return t('account.early', { minutes: early });
    return t(`account.marks.${mark}`);
  };
}

const tableLook = {
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  '& caption': { textAlign: 'start', fontWeight: 600, pb: 0.5 },
  '& th, & td': {
    textAlign: 'start',
    p: '4px 8px 4px 0',
    borderBottom: '1px solid',
    borderColor: 'line.soft',
  },
  '& thead th': { color: 'text.secondary', fontWeight: 600, fontSize: '0.8125rem' },
  '& tbody th': { fontWeight: 400 },
} as const;
