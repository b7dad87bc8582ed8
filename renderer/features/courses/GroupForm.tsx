import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { courseGroupSchema } from '#shared/domain/records/course-group.ts';
import { FormFrame } from './FormFrame.tsx';
import { TextInput } from './TextInput.tsx';
import { refusedFields, textOrNull, useDraft, wholeNumber } from './use-draft.ts';

interface GroupFormProps {
  /** `undefined`: a new one. */
  readonly group: CourseGroupEntry | undefined;
  readonly offerId: string;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

interface GroupValues {
  readonly offerId: string;
  readonly name: string;
  readonly lead: string;
  readonly room: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly capacity: string;
}

const groupOf = (values: GroupValues) => ({
  offerId: values.offerId,
  name: values.name,
  lead: textOrNull(values.lead),
  room: textOrNull(values.room),
  startsOn: values.startsOn ?? '',
  endsOn: values.endsOn ?? '',
  capacity: values.capacity.trim() === '' ? null : wholeNumber(values.capacity),
});

/** Makes or changes a course group. */
export function GroupForm({ group, offerId, onSaved, onCancel }: GroupFormProps) {
  const { t } = useTranslation('courses');
  const { commands, clock } = useServices();
  const offers = useEntries('offer');
  const say = useNotice();
  const sentences = {
    offerId: t('group.errors.offerId'),
    name: t('group.errors.name'),
    lead: t('group.errors.lead'),
    room: t('group.errors.room'),
    startsOn: t('group.errors.startsOn'),
    endsOn: t('group.errors.endsOn'),
    capacity: t('group.errors.capacity'),
  };
  const draft = useDraft<GroupValues, { id: string }>({
    initial: {
      offerId: group?.offerId ?? offerId,
      name: group?.name ?? '',
      lead: group?.lead ?? '',
      room: group?.room ?? '',
      startsOn: group?.startsOn ?? clock.today(),
      endsOn: group?.endsOn ?? null,
      capacity: group?.capacity === undefined || group.capacity === null ? '' : String(group.capacity),
    },
    check: (values) => ({
      ...refusedFields(courseGroupSchema, groupOf(values), sentences),
      ...(values.offerId === '' && { offerId: sentences.offerId }),
    }),
    save: (values) => commands.execute('courseGroup.save', { id: group?.id ?? null, group: groupOf(values) }),
    onSaved: ({ id }, { name }) => {
      say(t('group.saved', { name: name.trim() }));
      onSaved(id);
    },
  });
  const { values, errors, set } = draft;
  return (
    <FormFrame
      draft={draft}
      label={t(group ? 'group.edit' : 'group.new')}
      readOnly={false}
      onCancel={onCancel}
    >
      <TextInput
        label={t('group.offer')}
        value={values.offerId}
        onChange={(id) => set('offerId', id)}
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
        today={values.startsOn ?? clock.today()}
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
      <TextInput
        label={t('group.capacity')}
        value={values.capacity}
        onChange={(capacity) => set('capacity', capacity)}
        error={errors.capacity}
        hint={t('group.capacityHint')}
        numeric
      />
    </FormFrame>
  );
}
