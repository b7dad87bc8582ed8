import { documentText as t } from '#renderer/documents/document-texts.ts';
import { writeWorkbook } from '#renderer/documents/workbook.ts';

/** An entry of the audit log in words. */
export interface AuditRow {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Since midnight. */
  readonly minute: number;
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly computer: string;
  /** In the chain of the computer. */
  readonly number: number;
}

/** Entries of the audit log as a workbook. */
export function auditWorkbook(rows: readonly AuditRow[]): Promise<Uint8Array> {
  const column = (heading: string, width: number) => ({ heading, width });
  return writeWorkbook([
    {
      name: t('lists.audit.title'),
      columns: [
        column(t('lists.date'), 12),
        column(t('lists.time'), 9),
        column(t('lists.audit.who'), 28),
        column(t('lists.audit.what'), 40),
        column(t('lists.audit.about'), 48),
        column(t('lists.audit.computer'), 28),
        column(t('lists.number'), 10),
      ],
      rows: rows.map(({ day, minute, who, what, about, computer, number }) => [
        { day },
        { minute },
        who,
        what,
        about,
        computer,
        number,
      ]),
    },
  ]);
}
