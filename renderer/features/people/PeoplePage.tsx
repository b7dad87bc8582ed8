import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useEntries, useFoundPeople, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { DuplicatesLink } from './duplicates/DuplicatesLink.tsx';
import { usePeopleColumns } from './use-people-columns.tsx';

const rowKey = ({ id }: PersonEntry): string => id;

/** What was searched last. In memory only: names belong in no address and on no disk; gone when the app locks. */
let lastSearch = '';

/** `/people`: everybody, found as one types. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const people = useEntries('participant');
  return (
    <Page title={t('list.title')} actions={people.length > 0 && <Actions />}>
      <Sheet padded={false}>
        {people.length === 0 ? (
          <EmptyState
            icon={<GroupsOutlined />}
            title={t('list.emptyTitle')}
            text={t('list.emptyText')}
            action={<Actions importFirst />}
          />
        ) : (
          <PeopleList people={people} />
        )}
      </Sheet>
    </Page>
  );
}

function Actions({ importFirst = false }: { readonly importFirst?: boolean }) {
  const { t } = useTranslation('people');
  const { commands } = useServices();
  const canImport = commands.allows('participant.import');
  return (
    <>
      {!importFirst && commands.allows('participant.distinguish') && <DuplicatesLink />}
      {!importFirst && commands.allows('badge.issue') && (
        <Button component={Link} to="/badges" variant="outlined">
          {t('list.badges')}
        </Button>
      )}
      {canImport && (
        <Button component={Link} to="/people/import" variant={importFirst ? 'contained' : 'outlined'}>
          {t('list.import')}
        </Button>
      )}
      {commands.allows('participant.create') && (
        <Button
          component={Link}
          to="/people/new"
          variant={importFirst && canImport ? 'outlined' : 'contained'}
        >
          {t('list.create')}
        </Button>
      )}
    </>
  );
}

function PeopleList({ people }: { readonly people: readonly PersonEntry[] }) {
  const { t } = useTranslation('people');
  const { clock } = useServices();
  const navigate = useNavigate();
  const columns = usePeopleColumns(clock.today());
  const table = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(lastSearch);
  const found = useFoundPeople(text, Number.POSITIVE_INFINITY);
  const grid = (): HTMLElement | null => table.current?.querySelector('[role="grid"]') ?? null;
  const search = (typed: string): void => {
    lastSearch = typed;
    setText(typed);
    // The best matches stand first; whoever had scrolled down would not see them.
    grid()?.scrollTo({ top: 0 });
  };
  const open = ({ id }: PersonEntry): void => {
    void navigate(`/people/${id}`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [first] = found;
    if (event.key === 'ArrowDown') grid()?.focus();
    else if (event.key === 'Enter' && first && text.trim() !== '') open(first);
    else if (event.key === 'Escape' && text !== '') search('');
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 2,
          p: 1.5,
          borderBottom: 1,
          borderColor: 'line.soft',
        }}
      >
        <TextField
          type="search"
          value={text}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
          autoFocus
          autoComplete="off"
          placeholder={t('list.searchHint')}
          sx={{ flex: '1 1 320px', maxWidth: 560 }}
          slotProps={{
            htmlInput: { 'aria-label': t('list.search'), spellCheck: false },
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
          {text.trim() === ''
            ? t('list.count', { count: people.length })
            : t('list.found', { count: found.length, all: people.length })}
        </Typography>
      </Box>
      {found.length === 0 ? (
        <EmptyState
          title={t('list.nobodyTitle')}
          text={t('list.nobodyText')}
          action={
            <Button variant="outlined" onClick={() => search('')}>
              {t('list.clear')}
            </Button>
          }
        />
      ) : (
        <div ref={table}>
          <VirtualTable
            label={t('list.table')}
            rows={found}
            columns={columns}
            rowKey={rowKey}
            onOpen={open}
            maxHeight="max(280px, calc(100dvh - 220px))"
          />
        </div>
      )}
    </>
  );
}
