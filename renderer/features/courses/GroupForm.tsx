import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { CommandOutput } from '#shared/domain/commands/registry.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { err } from '#shared/domain/result.ts';
import { FormFrame } from './FormFrame.tsx';
import { type GroupValues, groupOf, groupValues, typedCapacity, useGroupCheck } from './group-values.ts';
import { LanguageField } from './LanguageField.tsx';
import { LeadAccountsField } from './LeadAccountsField.tsx';
import { TextInput } from './TextInput.tsx';
import { PlanAside } from './timetable/PlanAside.tsx';
import { TimetableFields } from './timetable/TimetableFields.tsx';
import { pathInForm } from './timetable/timetable-values.ts';
import { type Draft, useDraft } from './use-draft.ts';

interface GroupFormProps {
  /** `undefined`: a new one. */
  readonly group: CourseGroupEntry | undefined;
  readonly offerId: string;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

/** Makes or changes a course group, with the timetable by which its sessions are planned. */
export function GroupForm({ group, offerId, onSaved, onCancel }: GroupFormProps) {
  const { t } = useTranslation('courses');
  const { commands, clock, directory } = useServices();
  const say = useNotice();
  const check = useGroupCheck();
  const draft = useDraft<GroupValues, CommandOutput<'courseGroup.save'>>({
    initial: groupValues(group, { offer: directory.get('offer', offerId), today: clock.today() }),
    check,
    save: async (values) => {
      const input = { id: group?.id ?? null, group: groupOf(values) };
      const answer = await commands.execute('courseGroup.save', input);
      if (answer.ok || answer.error.field === undefined) return answer;
      return err({ ...answer.error, field: pathInForm(answer.error.field, values) });
    },
    onSaved: ({ id, movedUp }, { name }) => {
      const first = movedUp[0] === undefined ? undefined : directory.get('participant', movedUp[0]);
      const texts = { name: name.trim(), person: first ? fullName(first) : '', count: movedUp.length };
      say(movedUp.length > 0 ? t('group.savedMovedUp', texts) : t('group.saved', texts));
      onSaved(id);
    },
  });
  return (
    <FormFrame
      draft={draft}
      label={t(group ? 'group.edit' : 'group.new')}
      readOnly={false}
      onCancel={onCancel}
      aside={
        <PlanAside group={group} values={draft.values} onEndsOn={(endsOn) => draft.set('endsOn', endsOn)} />
      }
    >
      <GroupFields draft={draft} />
      <TimetableFields draft={draft} />
    </FormFrame>
  );
}

function GroupFields({ draft }: { readonly draft: Draft<GroupValues> }) {
  const { t } = useTranslation('courses');
  const { clock } = useServices();
  const offers = useEntries('offer');
  const { values, errors, set } = draft;
  const choose = (id: string): void => {
    const capacityOf = (offerId: string): string => typedCapacity(offers.find((one) => one.id === offerId));
    // The offer's places are proposed as long as nothing else was typed.
    if (values.capacity === capacityOf(values.offerId)) set('capacity', capacityOf(id));
    set('offerId', id);
  };
  return (
    <>
      <TextInput
        label={t('group.offer')}
        value={values.offerId}
        onChange={choose}
        error={errors.offerId}
        required
        wide
        options={offers.map(({ id, title }) => (
          <MenuItem key={id} value={id}>
            {title}
          </MenuItem>
        ))}
      />
      <TextInput
        label={t('group.name')}
        value={values.name}
        onChange={(name) => set('name', name)}
        error={errors.name}
        hint={t('group.nameHint')}
        required
        autoFocus
        wide
      />
      <DayField
        label={t('group.startsOn')}
        value={values.startsOn}
        onChange={(day) => set('startsOn', day)}
        error={errors.startsOn}
        today={clock.today()}
        required
      />
      <DayField
        label={t('group.endsOn')}
        value={values.endsOn}
        onChange={(day) => set('endsOn', day)}
        error={errors.endsOn}
        today={clock.today()}
        notBefore={values.startsOn ?? undefined}
        required
      />
      <TextInput
        label={t('group.lead')}
        value={values.lead}
        onChange={(lead) => set('lead', lead)}
        error={errors.lead}
      />
      <TextInput
        label={t('group.room')}
        value={values.room}
        onChange={(room) => set('room', room)}
        error={errors.room}
      />
      <LeadAccountsField
        value={values.leadAccountIds}
        onChange={(accountIds) => set('leadAccountIds', accountIds)}
      />
      <TextInput
        label={t('group.capacity')}
        value={values.capacity}
        onChange={(capacity) => set('capacity', capacity)}
        error={errors.capacity}
        hint={t('group.capacityHint')}
        numeric
      />
      <LanguageField
        value={values.language}
        onChange={(language) => set('language', language)}
        error={errors.language}
      />
    </>
  );
}
