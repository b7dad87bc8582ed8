import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFoundPeople } from '#renderer/services/use-services.ts';
import { AnswerMark } from '#renderer/ui/AnswerMark.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { useControlKeys } from '#renderer/ui/use-control-keys.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { issuedOn } from '#shared/domain/badges/active-badges.ts';
import { mostBadges } from '#shared/domain/commands/badges.ts';
import { listName, ownScript } from '#shared/domain/names/full-name.ts';
import { type BadgeRow, preselected } from './badge-rows.ts';
import { ScopeFields } from './ScopeFields.tsx';
import { type ScopeChoice, useScope } from './use-scope.ts';

const rowKey = ({ person }: BadgeRow): string => person.id;

function useColumns(): readonly Column<BadgeRow>[] {
  const { t } = useTranslation('badges');
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('who.name'),
        width: '2fr',
        render: ({ person }) => listName(person),
        sortBy: ({ person }) => listName(person),
      },
      {
        key: 'original',
        label: t('who.original'),
        width: '1.5fr',
        render: ({ person }) => <bdi dir="auto">{ownScript(person)}</bdi>,
      },
      {
        key: 'room',
        label: t('who.room'),
        width: 100,
        render: ({ person }) => person.room ?? '',
        sortBy: ({ person }) => person.room ?? '',
      },
      {
        key: 'badge',
        label: t('who.badge'),
        width: '1.4fr',
        render: ({ badge }) => (
          <AnswerMark
            answer={badge ? 'yes' : 'no'}
            label={badge ? t('who.issued', { date: issuedOn(badge) }) : t('who.none')}
          />
        ),
        sortBy: ({ badge }) => badge?.issuedAt ?? '',
      },
    ],
    [t],
  );
}

interface ChooseStepProps {
  readonly choice: ScopeChoice;
  readonly onChoose: (choice: ScopeChoice) => void;
  /** `undefined`: nobody has selected yet. */
  readonly selected: ReadonlySet<string> | undefined;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onNext: (people: readonly string[]) => void;
}

/** Step one: whose badges. Those who have none yet are selected. */
export function ChooseStep({ choice, onChoose, selected: marked, onSelect, onNext }: ChooseStepProps) {
  const { t } = useTranslation('badges');
  const { t: common } = useTranslation('common');
  const columns = useColumns();
  const rows = useScope(choice);
  const [search, setSearch] = useState('');
  const found = useFoundPeople(search, Number.POSITIVE_INFINITY);
  const shown = useMemo(() => {
    if (!rows || search.trim() === '') return rows;
    const byId = new Map(rows.map((row) => [row.person.id, row]));
    return found.flatMap(({ id }) => byId.get(id) ?? []);
  }, [rows, found, search]);
  const selected = useMemo(
    () => marked ?? preselected(rows ?? [], choice.scope),
    [marked, rows, choice.scope],
  );
  const people = (rows ?? []).map(rowKey).filter((id) => selected.has(id));
  const tooMany = people.length > mostBadges;
  const next = (): void => {
    if (people.length > 0 && !tooMany) onNext(people);
  };
  useControlKeys({ Enter: next });
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <ScopeFields choice={choice} onChoose={onChoose} search={search} onSearch={setSearch} />
      <Sheet padded={false}>
        {shown && shown.length > 0 ? (
          <VirtualTable
            rows={shown}
            columns={columns}
            rowKey={rowKey}
            selected={selected}
            onSelect={onSelect}
            label={t('who.table')}
            maxHeight="max(240px, calc(100dvh - 392px))"
          />
        ) : (
          shown && <Nobody choice={choice} searched={search.trim() !== ''} onClear={() => setSearch('')} />
        )}
      </Sheet>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2 }}>
        <Typography role="status" variant="body2" sx={{ color: tooMany ? 'error.main' : 'text.secondary' }}>
          {tooMany ? t('who.tooMany', { most: mostBadges }) : t('who.selected', { count: people.length })}
        </Typography>
        <Shortcut label={t('who.next')} keys={common('keys.ctrl', { key: common('keys.enter') })}>
          <Button
            variant="contained"
            aria-disabled={people.length === 0 || tooMany}
            onClick={next}
            sx={{ '&[aria-disabled="true"]': { opacity: 0.5 } }}
          >
            {t('who.next')}
          </Button>
        </Shortcut>
      </Box>
    </Box>
  );
}

interface NobodyProps {
  readonly choice: ScopeChoice;
  readonly searched: boolean;
  readonly onClear: () => void;
}

/** Why there is nobody to choose, and what to do. */
function Nobody({ choice: { scope, groupId }, searched, onClear }: NobodyProps) {
  const { t } = useTranslation('badges');
  if (searched) {
    return (
      <EmptyState
        title={t('nobody.searchedTitle')}
        text={t('nobody.searchedText')}
        action={
          <Button variant="outlined" onClick={onClear}>
            {t('nobody.clear')}
          </Button>
        }
      />
    );
  }
  const which = scope === 'group' && groupId === null ? 'noGroup' : scope;
  return (
    <EmptyState icon={<BadgeOutlined />} title={t(`nobody.${which}Title`)} text={t(`nobody.${which}Text`)} />
  );
}
