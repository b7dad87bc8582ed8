import { useTranslation } from 'react-i18next';
import { fieldTexts } from '#renderer/i18n/person-field-texts.ts';
import { useLanguageName } from '#renderer/i18n/use-language-name.ts';
import { sameJson } from '#shared/domain/canonical-json.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { RecordOf } from '#shared/domain/records/registry.ts';
import type { Overwritten, ReadableKind } from '#shared/ports/record-reader.ts';
import { useServices } from '../use-services.ts';
import { fieldLabel } from './field-labels.ts';
import { useCourseEditTexts } from './use-course-edit-texts.ts';
import { useFieldValue } from './use-field-value.ts';

type Fields = Readonly<Record<string, unknown>>;
type Edit = Pick<Overwritten, 'field' | 'value'>;

/** Says what an overwritten edit of a record says, as the record's own screen would; of several fields only what differs. */
export function useEditText(): <K extends ReadableKind>(kind: K, value: RecordOf<K>, edit: Edit) => string {
  const { t } = useTranslation('sync');
  const { t: people } = useTranslation('people');
  const { t: retention } = useTranslation('retention');
  const { t: labels } = useTranslation(['courses', 'attendance', 'setup']);
  const { directory } = useServices();
  const languageName = useLanguageName();
  const fieldValue = useFieldValue();
  const courseTexts = useCourseEditTexts();
  const person = fieldTexts({ people, retention, languageName });

  const personText = (record: Fields, fields: Fields): string[] => {
    if ('given' in fields)
      return [
        t('overwritten.field', {
          field: people('field.name'),
          value: fullName({ given: String(fields.given), family: (fields.family ?? null) as string | null }),
        }),
      ];
    return changed(record, fields).map(([field, value]) =>
      field === 'mergedInto'
        ? t('overwritten.something')
        : t('overwritten.field', { field: person.label(field), value: person.value(field, value) }),
    );
  };
  const plainText = (kind: ReadableKind, record: Fields, fields: Fields): string[] =>
    changed(record, fields).flatMap(([field, value]) => {
      const key = fieldLabel(kind, field);
      if (!key) return [];
      const text = fieldValue(field, value);
      const label = labels(key);
      return [
        text === undefined
          ? t('overwritten.other', { field: label })
          : t('overwritten.field', { field: label, value: text }),
      ];
    });
  const others = (kind: ReadableKind, record: Fields, fields: Fields): string[] => {
    if (kind === 'certificate' && 'revoked' in fields) {
      const revoked = fields.revoked as RecordOf<'certificate'>['revoked'];
      return [revoked ? t('overwritten.revoked', { reason: revoked.reason }) : t('overwritten.notRevoked')];
    }
    if (kind === 'badge' && 'ended' in fields)
      return [t(fields.ended ? 'overwritten.badgeEnded' : 'overwritten.badgeValid')];
    if (kind === 'certificateDecision' && 'decision' in fields) {
      const { decision, reason } = fields as Pick<RecordOf<'certificateDecision'>, 'decision' | 'reason'>;
      const { participantId } = record as Pick<RecordOf<'certificateDecision'>, 'participantId'>;
      const entry = directory.get('participant', participantId);
      return [
        t(`overwritten.decision.${decision ?? 'none'}`, { name: entry ? fullName(entry) : '', reason }),
      ];
    }
    return plainText(kind, record, fields);
  };
  return (kind, value, edit) => {
    const record: Fields = value;
    const isMap = edit.field.includes('/');
    const fields =
      !isMap && typeof edit.value === 'object' && edit.value !== null ? (edit.value as Fields) : {};
    const texts =
      kind === 'participant'
        ? personText(record, fields)
        : (courseTexts(kind, record, edit, fields) ?? others(kind, record, fields));
    return texts.length > 0 ? texts.join(', ') : t('overwritten.something');
  };
}

/** The fields that say something else than the record. */
const changed = (record: Fields, fields: Fields): [string, unknown][] =>
  Object.entries(fields).filter(([field, value]) => !sameJson(value, record[field]));
