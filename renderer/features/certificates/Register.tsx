import CardMembershipOutlined from '@mui/icons-material/CardMembershipOutlined';
import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { AnswerMark } from '#renderer/ui/AnswerMark.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import { foldName } from '#shared/domain/names/fold.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { isAnonymous } from '#shared/domain/retention/anonymous.ts';

type Row = Stored<'certificate'>;
const rowKey = ({ id }: Row): string => id;

/** What is looked at: all, those that count, those with further copies, those that count no more. */
const states = ['all', 'valid', 'copied', 'revoked'] as const;
type State = (typeof states)[number];

/** What was searched last. In memory only: names belong in no address and on no disk; gone when the app locks. */
let lastSearch: { readonly text: string; readonly state: State } = { text: '', state: 'all' };

function isIn({ value: { revoked, copies } }: Row, state: State): boolean {
  if (state === 'valid') return revoked === null;
  if (state === 'copied') return copies.length > 0;
  return state === 'all' || revoked !== null;
}

/** Newest first; within a day by name. */
const newestFirst = (a: Row, b: Row): number =>
  b.value.issuedOn.localeCompare(a.value.issuedOn) || a.value.name.localeCompare(b.value.name, 'de');

/** Those of the state in whose name, number, offer, module or group every word stands. */
function search(all: readonly Row[], { text, state }: typeof lastSearch): readonly Row[] {
  const rows = state === 'all' ? all : all.filter((row) => isIn(row, state));
  const words = foldName(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter(({ value: { name, number, offerTitle, groupName, module } }) => {
    const haystack = foldName([name, number, offerTitle, groupName, module?.title ?? ''].join(' '));
    return words.every((word) => haystack.includes(word));
  });
}

function useColumns() {
  const { t } = useTranslation('certificates');
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('register.name'),
        width: '2fr',
        render: ({ value }: Row) => (isAnonymous(value.participantId) ? t('register.anonymous') : value.name),
        sortBy: ({ value }: Row) => value.name,
      },
      {
        key: 'offer',
        label: t('register.offer'),
        width: '2fr',
        render: ({ value }: Row) => value.offerTitle,
        sortBy: ({ value }: Row) => value.offerTitle,
      },
      {
        key: 'kind',
        label: t('register.kind'),
        width: '1.4fr',
        render: ({ value }: Row) => value.module?.title ?? t(`kinds.${value.kind}`),
        sortBy: ({ value }: Row) => value.kind,
      },
      {
        key: 'group',
        label: t('register.group'),
        width: '1.4fr',
        render: ({ value }: Row) => value.groupName,
        sortBy: ({ value }: Row) => value.groupName,
      },
      {
        key: 'issuedOn',
        label: t('register.issuedOn'),
        width: 136,
        render: ({ value }: Row) => germanDate(value.issuedOn),
        sortBy: ({ value }: Row) => value.issuedOn,
      },
      {
        key: 'number',
        label: t('register.number'),
        width: 148,
        render: ({ value }: Row) => printedNumber(value.number),
      },
      {
        key: 'state',
        label: t('register.state'),
        width: 150,
        render: ({ value: { revoked, copies } }: Row) =>
          revoked ? (
            <AnswerMark answer="no" label={t('register.revoked')} />
          ) : (
            copies.length > 0 && t('register.copies', { count: copies.length })
          ),
        sortBy: ({ value: { revoked, copies } }: Row) => (revoked ? -1 : copies.length),
      },
    ],
    [t],
  );
}

/** All issued certificates, to find one again. */
export function Register({ onBegin }: { readonly onBegin: () => void }) {
  const { t } = useTranslation('certificates');
  const { records } = useServices();
  const navigate = useNavigate();
  const [looked, setLooked] = useState(lastSearch);
  const all = useLoaded(
    ['certificate'],
    async () => (await records.all('certificate')).sort(newestFirst),
    [],
  );
  const found = useMemo(() => search(all ?? [], looked), [all, looked]);
  const columns = useColumns();
  const open = useCallback(({ id }: Row) => navigate(`/certificates/${id}`), [navigate]);
  const look = (change: Partial<typeof lastSearch>): void => {
    lastSearch = { ...lastSearch, ...change };
    setLooked(lastSearch);
  };
  if (all === undefined) return null;
  if (all.length === 0) {
    return (
      <Sheet>
        <EmptyState
          icon={<CardMembershipOutlined />}
          title={t('register.emptyTitle')}
          text={t('register.emptyText')}
          action={
            <Button variant="contained" onClick={onBegin}>
              {t('register.begin')}
            </Button>
          }
        />
      </Sheet>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <TextField
          type="search"
          placeholder={t('register.search')}
          value={looked.text}
          onChange={(event) => look({ text: event.target.value })}
          sx={{ flex: '1 1 320px', maxWidth: 480 }}
          slotProps={{
            htmlInput: { 'aria-label': t('register.search'), spellCheck: false },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search aria-hidden />
                </InputAdornment>
              ),
            },
          }}
        />
        <TextField
          select
          label={t('register.show')}
          value={looked.state}
          onChange={({ target }) => look({ state: states.find((state) => state === target.value) ?? 'all' })}
          sx={{ width: 220 }}
        >
          {states.map((state) => (
            <MenuItem key={state} value={state}>
              {t(`register.states.${state}`)}
            </MenuItem>
          ))}
        </TextField>
        <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
          {t('register.count', { count: found.length })}
        </Typography>
      </Box>
      <Sheet padded={false}>
        <VirtualTable
          rows={found}
          columns={columns}
          rowKey={rowKey}
          onOpen={open}
          label={t('register.label')}
          maxHeight="max(280px, calc(100dvh - 272px))"
        />
      </Sheet>
    </Box>
  );
}
