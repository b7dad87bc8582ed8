import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { CertificateRequest } from '#shared/domain/commands/certificate-requests.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import { DueMark } from './DueMark.tsx';
import { IssueJourney } from './IssueJourney.tsx';
import { TemplateField, TranslationField } from './PaperFields.tsx';
import { type PersonDue, personDue, personDueKey } from './person-due.ts';
import { useTemplates } from './use-templates.ts';

const kinds = ['participation', 'module'] as const;

function useColumns(): readonly Column<PersonDue>[] {
  const { t } = useTranslation('certificates');
  return useMemo(
    () => [
      {
        ...{ key: 'course', label: t('person.course'), width: '2fr' },
        render: ({ groupName, module }) => module?.title ?? <b>{groupName}</b>,
      },
      {
        ...{ key: 'reason', label: t('due.reason'), width: '2fr' },
        render: (row) => <DueMark facts={row} minimum={row.minimum} />,
      },
      {
        ...{ key: 'units', label: t('due.units'), width: 108 },
        render: ({ sums }) => t('due.unitsValue', { attended: sums.attended, offered: sums.offered }),
      },
      {
        ...{ key: 'share', label: t('due.share'), width: 92 },
        render: ({ percent }) => t('due.shareValue', { percent }),
      },
      {
        ...{ key: 'issued', label: t('due.issued'), width: '1.4fr' },
        render: ({ issuedOn }) =>
          issuedOn === null ? '' : t('due.issuedOn', { date: germanDate(issuedOn) }),
      },
    ],
    [t],
  );
}

const preselected = (rows: readonly PersonDue[]): ReadonlySet<string> =>
  new Set(
    rows.filter(({ verdict, issuedOn }) => verdict.due === 'due' && issuedOn === null).map(personDueKey),
  );

/** Everything that is due to one person, as when somebody leaves (`/certificates/person/:id`). */
export function PersonIssue() {
  const { id = '' } = useParams();
  return <IssueToPerson key={id} participantId={id} />;
}

function IssueToPerson({ participantId }: { readonly participantId: string }) {
  const { t } = useTranslation('certificates');
  const services = useServices();
  const { directory, commands, clock } = services;
  const say = useNotice();
  const person = directory.get('participant', participantId);
  const name = person ? listName(person) : '';
  const templates = useTemplates(kinds);
  const rows = useLoaded(
    [
      ...(['enrolment', 'session', 'attendanceSheet', 'offer', 'courseGroup'] as const),
      ...(['certificate', 'certificateDecision'] as const),
    ],
    () => personDue(services, participantId, clock.today()),
    [participantId],
  );
  const [templateIds, setTemplateIds] = useState({ participation: 'participation', module: 'module' });
  const [translation, setTranslation] = useState<CertificateRequest['translation']>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const columns = useColumns();
  const selected = useMemo(() => chosen ?? preselected(rows ?? []), [chosen, rows]);
  if (!rows) return null;
  const select = (wanted: ReadonlySet<string>): void => {
    const due = new Set(rows.filter(({ verdict }) => verdict.due === 'due').map(personDueKey));
    const kept = new Set([...wanted].filter((key) => due.has(key)));
    setChosen(kept);
    if (kept.size < wanted.size && wanted.size - selected.size === 1) say(t('person.cannotSelect'));
  };
  const requests = rows
    .filter((row) => selected.has(personDueKey(row)))
    .map(
      ({ groupId, module }): CertificateRequest => ({
        ...{ participantId, translation, replaces: null },
        about: { of: 'group', groupId, moduleId: module?.id ?? null, result: null },
        templateId: templateIds[module ? 'module' : 'participation'],
      }),
    );
  const shown = kinds.filter(
    (kind) => kind === 'participation' || rows.some(({ module }) => module !== null),
  );
  return (
    <IssueJourney
      title={t('person.title', { name })}
      back={{ label: name, to: `/people/${participantId}` }}
      next={{ label: t('person.toPerson'), to: `/people/${participantId}` }}
      onIssued={() => setChosen(undefined)}
    >
      {(check) =>
        rows.length === 0 ? (
          <Sheet>
            <EmptyState
              icon={<SchoolOutlined />}
              title={t('person.emptyTitle')}
              text={t('person.emptyText')}
            />
          </Sheet>
        ) : (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Typography sx={{ color: 'text.secondary' }}>{t('person.summary')}</Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
              {shown.map((kind) => (
                <TemplateField
                  key={kind}
                  label={t(`look.templateOf.${kind}`)}
                  templates={templates.filter(({ content }) => content.kind === kind)}
                  value={templateIds[kind]}
                  onChange={(id) => setTemplateIds({ ...templateIds, [kind]: id })}
                />
              ))}
              <TranslationField value={translation} onChange={setTranslation} />
            </Box>
            <Sheet padded={false}>
              <VirtualTable
                rows={rows}
                columns={columns}
                rowKey={personDueKey}
                selected={selected}
                onSelect={select}
                label={t('person.label', { name })}
                maxHeight="max(280px, calc(100dvh - 380px))"
              />
            </Sheet>
            <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2 }}>
              <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
                {t('person.selected', { count: requests.length })}
              </Typography>
              <Button
                variant="contained"
                disabled={requests.length === 0 || !commands.allows('certificate.issue')}
                onClick={() => check(requests)}
              >
                {t('due.check')}
              </Button>
            </Box>
          </Box>
        )
      }
    </IssueJourney>
  );
}
