import CardMembershipOutlined from '@mui/icons-material/CardMembershipOutlined';
import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import { foldName } from '#shared/domain/names/fold.ts';
import type { Stored } from '#shared/domain/records/registry.ts';

type Row = Stored<'certificate'>;
const rowKey = ({ id }: Row): string => id;

/** What was searched last. In memory only: names belong in no address and on no disk; gone when the app locks. */
let lastSearch = '';

/** Newest first; within a day by name. */
const newestFirst = (a: Row, b: Row): number =>
  b.value.issuedOn.localeCompare(a.value.issuedOn) || a.value.name.localeCompare(b.value.name, 'de');

/** Every word of the search must stand in the name, number, offer or group. */
function search(rows: readonly Row[], text: string): readonly Row[] {
  const words = foldName(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter(({ value: { name, number, offerTitle, groupName } }) => {
    const haystack = foldName([name, number, offerTitle, groupName].join(' '));
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
        render: ({ value }: Row) => value.name,
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
    ],
    [t],
  );
}

/** All issued certificates, to find one again. */
export function Register({ onBegin }: { readonly onBegin: () => void }) {
  const { t } = useTranslation('certificates');
  const { records } = useServices();
  const navigate = useNavigate();
  const [text, setText] = useState(lastSearch);
  const all = useLoaded(
    ['certificate'],
    async () => (await records.all('certificate')).sort(newestFirst),
    [],
  );
  const found = useMemo(() => search(all ?? [], text), [all, text]);
  const columns = useColumns();
  const open = useCallback(({ id }: Row) => navigate(`/certificates/${id}`), [navigate]);
  const type = (typed: string): void => {
    lastSearch = typed;
    setText(typed);
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
          value={text}
          onChange={(event) => type(event.target.value)}
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
