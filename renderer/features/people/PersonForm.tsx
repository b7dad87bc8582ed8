import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguageName } from '#renderer/i18n/use-language-name.ts';
import { useBegunEntry } from '#renderer/services/use-begun-entry.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts';
import { languageCode, languageCodes } from '#shared/domain/languages.ts';
import { birthText } from '#shared/domain/people/birth-text.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import { readBirth } from '#shared/domain/roster/day-text.ts';
import { ManyField } from './ManyField.tsx';
import {
  type FieldProblems,
  isSameDraft,
  type PersonDraft,
  type PersonField,
  readDraft,
} from './person-draft.ts';

interface PersonFormProps {
  readonly initial: PersonDraft;
  /** What it held before anybody typed: what differs outlives a lock. */
  readonly begun: PersonDraft;
  /** Id of the person who is changed; their own number is no other's. */
  readonly personId?: string;
  readonly submitLabel: string;
  /** Resolves to the sentence to show if it could not be saved. */
  readonly onSave: (person: NewParticipant) => Promise<string | undefined>;
  /** Told of everything that is typed. */
  readonly onDraft?: (draft: PersonDraft) => void;
  /** Gets what was typed so far: nothing is lost by leaving. */
  readonly onCancel: (draft: PersonDraft) => void;
}

type TextName = { readonly [F in PersonField]: PersonDraft[F] extends string ? F : never }[PersonField];

/** One form for new people and for changes. Enter saves, Escape leaves. */
export function PersonForm(props: PersonFormProps) {
  const { initial, begun, personId, submitLabel, onSave, onDraft, onCancel } = props;
  const { t } = useTranslation(['people', 'common']);
  const { clock, directory } = useServices();
  const languageName = useLanguageName();
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [failure, setFailure] = useState<string>();
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const today = clock.today();
  useBegunEntry(draft, !isSameDraft(draft, begun));
  const told = useRef(onDraft);
  told.current = onDraft;
  useEffect(() => told.current?.(draft), [draft]);

  const set = <F extends PersonField>(field: F, value: PersonDraft[F]): void => {
    setDraft((before) => ({ ...before, [field]: value }));
    setProblems(({ [field]: _mended, ...others }) => others);
  };
  const isTaken = (number: string): boolean =>
    directory
      .list('participant')
      .some((other) => other.id !== personId && other.number?.toLowerCase() === number.toLowerCase());
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (saving) return;
    const read = readDraft(draft, today, isTaken);
    setFailure(undefined);
    setProblems(read.ok ? {} : read.error);
    // A day that can't be read is none in the draft; only its field knows.
    const readable = form.current?.checkValidity() ?? true;
    if (!read.ok || !readable) {
      if (form.current) focusFirstInvalid(form.current);
      return;
    }
    setSaving(true);
    setFailure(await onSave(read.value));
    setSaving(false);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onCancel(draft);
  };
  const problemText = (field: PersonField): string | undefined => {
    const problem = problems[field];
    return problem && t(`problem.${problem}`);
  };
  const text = (
    field: TextName,
    more: {
      readonly hint?: string;
      readonly required?: boolean;
      readonly focus?: boolean;
      readonly lines?: number;
    } = {},
  ) => {
    const problem = problemText(field);
    return (
      <TextField
        label={t(`field.${field}`)}
        value={draft[field]}
        onChange={(event) => set(field, event.target.value)}
        required={more.required ?? false}
        autoFocus={more.focus ?? false}
        multiline={more.lines !== undefined}
        minRows={more.lines ?? 1}
        error={problem !== undefined}
        helperText={problem === undefined ? more.hint : <FieldError>{problem}</FieldError>}
        autoComplete="off"
        slotProps={{ htmlInput: { spellCheck: false, dir: 'auto' } }}
      />
    );
  };
  const birth = readBirth(draft.birth.trim(), today).value;
  const readAs =
    birth && draft.birth.trim() !== '' && birthText(birth) !== draft.birth.trim()
      ? t('form.birthReadAs', { birth: birthText(birth) })
      : t('form.birthHint');
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={leave}
      aria-label={t('form.label')}
    >
      {failure !== undefined && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {failure}
        </Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
          alignItems: 'start',
        }}
      >
        {text('given', { required: true, focus: true, hint: t('form.givenHint') })}
        {text('family', { hint: t('form.familyHint') })}
        {text('birth', { hint: readAs })}
        {text('original')}
        {text('number')}
        {text('room')}
        <ManyField
          label={t('field.languages')}
          value={draft.languages}
          options={languageCodes}
          nameOf={languageName}
          resolve={languageCode}
          onChange={(languages) => set('languages', languages)}
          hint={t('form.languagesHint')}
          error={problemText('languages')}
        />
        <ManyField
          label={t('field.spellings')}
          value={draft.spellings}
          options={[]}
          onChange={(spellings) => set('spellings', spellings)}
          hint={t('form.spellingsHint')}
          error={problemText('spellings')}
        />
        <DayField
          label={t('field.arrivedOn')}
          value={draft.arrivedOn}
          onChange={(day) => set('arrivedOn', day)}
          today={today}
          error={problemText('arrivedOn')}
        />
        {text('noteText', { lines: 2 })}
        {text('notePurpose', { hint: t('form.purposeHint') })}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, mt: 3 }}>
        <Button type="submit" variant="contained" aria-disabled={saving}>
          {submitLabel}
        </Button>
        <Button onClick={() => onCancel(draft)}>{t('common:cancel')}</Button>
      </Box>
    </Box>
  );
}
