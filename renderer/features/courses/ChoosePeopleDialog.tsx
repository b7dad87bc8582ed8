import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries, useFoundPeople, useServices } from '#renderer/services/use-services.ts';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { byListName, listName } from '#shared/domain/names/full-name.ts';
import { hasDeparted } from '#shared/domain/records/participant.ts';

interface ChoosePeopleDialogProps {
  /** People with an open or a waiting place, by id. */
  readonly enrolledIds: ReadonlyMap<string, unknown>;
  /** `null`: without a limit. */
  readonly free: number | null;
  /** Said whole. */
  readonly failure: string | undefined;
  readonly onConfirm: (people: readonly PersonEntry[]) => Promise<void>;
  readonly onClose: () => void;
}

const mostFound = 500;

/** Chooses several people who are not enrolled yet; the choice stays while the search changes. */
export function ChoosePeopleDialog({
  enrolledIds,
  free,
  failure,
  onConfirm,
  onClose,
}: ChoosePeopleDialogProps) {
  const { t } = useTranslation('courses');
  const { clock } = useServices();
  const people = useEntries('participant');
  const [text, setText] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [saving, setSaving] = useState(false);
  const columns = usePeopleColumns();
  const today = clock.today();
  const waits = free === null ? 0 : Math.max(0, selected.size - free);
  const found = useFoundPeople(text, mostFound);
  const rows = useMemo(() => {
    const isThere = (person: PersonEntry): boolean =>
      !hasDeparted(person, today) && !enrolledIds.has(person.id);
    if (text.trim() !== '') return found.filter(isThere);
    return people.filter(isThere).sort(byListName);
  }, [people, found, enrolledIds, text, today]);
  const confirm = async (): Promise<void> => {
    setSaving(true);
    await onConfirm(people.filter(({ id }) => selected.has(id)));
    setSaving(false);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="choose-people" maxWidth="md" fullWidth>
      <DialogTitle id="choose-people">{t('choose.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1, pb: 1 }}>
        <TextField
          label={t('choose.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoFocus
          autoComplete="off"
          sx={{ mt: 1 }}
        />
        {rows.length === 0 ? (
          <Typography sx={{ py: 4, textAlign: 'center', color: 'text.secondary' }}>
            {t('choose.nobody')}
          </Typography>
        ) : (
          <VirtualTable
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            selected={selected}
            onSelect={setSelected}
            label={t('choose.list')}
            rowHeight={40}
            maxHeight="44vh"
          />
        )}
        {failure !== undefined && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Box role="status" sx={{ flex: 1, color: 'text.secondary', fontSize: '0.875rem' }}>
          {t('choose.selected', { count: selected.size })}
          {free !== null && ` · ${t('choose.free', { count: free })}`}
          {waits > 0 && ` · ${t('choose.waits', { count: waits })}`}
        </Box>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button variant="contained" disabled={selected.size === 0 || saving} onClick={() => void confirm()}>
          {t('choose.confirm', { count: selected.size })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function usePeopleColumns(): readonly Column<PersonEntry>[] {
  const { t } = useTranslation('courses');
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('choose.columns.name'),
        width: '2fr',
        render: (person) => <b>{listName(person)}</b>,
        sortBy: listName,
      },
      {
        key: 'original',
        label: t('choose.columns.original'),
        width: '1.5fr',
        render: ({ original }) => original && <bdi>{original}</bdi>,
      },
      {
        key: 'number',
        label: t('choose.columns.number'),
        width: 120,
        render: ({ number }) => number,
        sortBy: ({ number }) => number ?? '',
      },
      {
        key: 'room',
        label: t('choose.columns.room'),
        width: 100,
        render: ({ room }) => room,
        sortBy: ({ room }) => room ?? '',
      },
    ],
    [t],
  );
}
