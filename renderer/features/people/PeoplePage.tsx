import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type CSSProperties, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useEntries, useFoundPeople, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { ErasedNote } from './data-protection/ErasedNote.tsx';
import { DuplicatesLink } from './duplicates/DuplicatesLink.tsx';
import { usePeopleColumns } from './use-people-columns.tsx';

/** Not there for anybody, but of the same size and at hand. */
const standingBy: CSSProperties = { height: 0, overflow: 'hidden', visibility: 'hidden' };

const rowKey = ({ id }: PersonEntry): string => id;

/** What was searched last. In memory only: names belong in no address and on no disk; gone when the app locks. */
let lastSearch = '';

/** `/people`: everybody, found as one types. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const people = useEntries('participant');
  return (
    <Page title={t('list.title')} actions={people.length > 0 && <Actions />}>
      <ErasedNote />
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
  // While nobody is found the table stands by with those found last: the next letter mostly finds somebody.
  const listed = useRef(found);
  if (found.length > 0) listed.current = found;
  const scrolledTo = useRef(0);
  const grid = (): HTMLElement | null => table.current?.querySelector('[role="grid"]') ?? null;
  const search = (typed: string): void => {
    lastSearch = typed;
    setText(typed);
    // The best matches stand first; whoever had scrolled down would not see them. Where nobody has, asking the window
    // to scroll would only make it lay out the old rows once more.
    if (scrolledTo.current > 0) grid()?.scrollTo({ top: 0 });
  };
  const open = useCallback(({ id }: PersonEntry): void => void navigate(`/people/${id}`), [navigate]);
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
      {found.length === 0 && (
        <EmptyState
          title={t('list.nobodyTitle')}
          text={t('list.nobodyText')}
          action={
            <Button variant="outlined" onClick={() => search('')}>
              {t('list.clear')}
            </Button>
          }
        />
      )}
      {listed.current.length > 0 && (
        <div
          ref={table}
          style={found.length === 0 ? standingBy : undefined}
          onScrollCapture={({ target }) => {
            scrolledTo.current = target instanceof HTMLElement ? target.scrollTop : 0;
          }}
        >
          <VirtualTable
            label={t('list.table')}
            rows={listed.current}
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
