import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined';
import Box from '@mui/material/Box';
import { type KeyboardEvent, type Ref, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFoundPeople, useServices } from '#renderer/services/use-services.ts';
import { OpenChoice } from '#renderer/ui/OpenChoice.tsx';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName, ownScript } from '#shared/domain/names/full-name.ts';
import { birthText } from '#shared/domain/people/birth-text.ts';
import { likelyPeople } from './likely-people.ts';

interface PersonChoiceProps {
  /** What the search begins with; empty for somebody who was only counted. */
  readonly name: string;
  readonly session: { readonly groupId: string; readonly date: string };
  /** What the session's sheet has of a person already, in words. */
  readonly recordedOf: (personId: string) => string | undefined;
  readonly onChoose: (person: PersonEntry) => void;
  /** Where a person of that name is created and comes back from; left out where that is not offered. */
  readonly createAt?: string | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

type Option = { readonly person: PersonEntry } | { readonly createAt: string };
const keyOf = (option: Option): string => ('person' in option ? option.person.id : 'create');

/** Who it was: the likely people beneath the name, those of the group first, and the way to create somebody new. */
export function PersonChoice(props: PersonChoiceProps) {
  const { name, session, recordedOf, onChoose, createAt, onKeyDown, ref } = props;
  const { t } = useTranslation('walk-ins');
  const { directory } = useServices();
  const navigate = useNavigate();
  const [text, setText] = useState(name);
  const sought = text.trim();
  const found = useFoundPeople(sought, 1);
  const expected = useMemo(
    () => expectedOn(session.date, directory.enrolmentsOf('groupId', session.groupId)),
    [directory, session.date, session.groupId],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `found` changes when another search finds others
  const people = useMemo(
    () => (sought === '' ? [] : likelyPeople(directory.searchPeople, sought, expected)),
    [directory, sought, expected, found],
  );
  const options: readonly Option[] = [
    ...people.map((person) => ({ person })),
    ...(createAt === undefined || sought === '' ? [] : [{ createAt }]),
  ];
  const noteOf = (person: PersonEntry): string | undefined =>
    recordedOf(person.id) ?? (expected.has(person.id) ? t('choice.inGroup') : undefined);
  return (
    <OpenChoice<Option>
      label={t('choice.field')}
      hint={t('choice.hint')}
      text={text}
      onText={setText}
      options={options}
      keyOf={keyOf}
      listLabel={t('choice.list')}
      empty={t(sought === '' ? 'choice.typeName' : 'choice.nobody')}
      onChoose={(option) => ('person' in option ? onChoose(option.person) : void navigate(option.createAt))}
      onKeyDown={onKeyDown}
      ref={ref}
      render={(option) =>
        'person' in option ? (
          <>
            <Box component="span" sx={{ fontWeight: 600 }}>
              <bdi>{listName(option.person)}</bdi>
            </Box>
            {ownScript(option.person) !== null && <bdi>{ownScript(option.person)}</bdi>}
            <Box component="span" sx={detailLook}>
              {[birthText(option.person.birth), option.person.number, roomText(option.person.room)]
                .filter((detail) => detail)
                .join(' · ')}
            </Box>
            {noteOf(option.person) !== undefined && (
              <Box component="span" sx={{ fontSize: '0.8125rem', color: 'primary.main', fontWeight: 600 }}>
                {noteOf(option.person)}
              </Box>
            )}
          </>
        ) : (
          <>
            <PersonAddOutlined aria-hidden sx={{ fontSize: 20, color: 'primary.main' }} />
            {t('choice.create')}
          </>
        )
      }
    />
  );

  function roomText(room: string | null): string {
    return room === null ? '' : t('choice.room', { room });
  }
}

const detailLook = {
  ml: 'auto',
  color: 'text.secondary',
  fontSize: '0.8125rem',
  fontVariantNumeric: 'tabular-nums',
} as const;
