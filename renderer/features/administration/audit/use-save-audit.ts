import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditWorkbook } from '#renderer/documents/lists/audit-workbook.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { localDay } from '#shared/domain/calendar/dates.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { AuditChoice } from './audit-choice.ts';
import type { AuditTexts } from './audit-texts.ts';
import { allLines } from './use-audit-lines.ts';

/** Entries that a workbook takes: more would be slow to open. */
const mostSaved = 10_000;

/** Saves what the list shows, older entries included, as a workbook; noted once it is done. */
export function useSaveAudit(choice: AuditChoice, texts: AuditTexts) {
  const { t } = useTranslation('audit');
  const services = useServices();
  const { commands, documents } = services;
  const say = useNotice();
  const [isSaving, setIsSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  /** The sentence for the person; `null`: they cancelled. */
  const written = async (): Promise<Result<string | null, Refusal>> => {
    const found = await allLines(services, choice, mostSaved);
    if (!found.ok) return found;
    const rows = found.value.lines.map(({ entry }) => {
      const at = new Date(entry.at);
      return {
        ...{ day: localDay(at), minute: at.getHours() * 60 + at.getMinutes() },
        ...{ who: texts.who(entry), what: texts.what(entry), about: texts.about(entry) },
        ...{ computer: texts.computer(entry.workstationId), number: entry.number },
      };
    });
    const made = await auditWorkbook(rows).then(ok, () => err<Refusal>({ code: 'document.failed' }));
    if (!made.ok) return made;
    const saved = await documents.save('audit-log', 'xlsx', made.value);
    if (!saved.ok) return saved;
    if (!saved.value) return ok(null);
    const noted = await commands.execute('audit.save', { ids: [facilityId] });
    if (!noted.ok) return noted;
    return ok(found.value.isCut ? t('savedPart', { count: mostSaved }) : t('saved'));
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setIsSaving(true);
    setRefusal(undefined);
    const answer = await written();
    setIsSaving(false);
    if (!answer.ok) setRefusal(answer.error);
    else if (answer.value !== null) say(answer.value);
  };
  return { save, isSaving, refusal };
}
