import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import type { OfferedTemplate } from '#shared/domain/certificates/shipped-templates.ts';
import type { CertificateRequest } from '#shared/domain/commands/certificate-requests.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { ChooseStep } from './ChooseStep.tsx';
import { type Choices, chosenSubject, usualChoices } from './choices.ts';
import { type DueRow, dueRows, preselected } from './due-rows.ts';
import { GroupChoices } from './GroupChoices.tsx';
import { IssueJourney } from './IssueJourney.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { useTemplates } from './use-templates.ts';

const withModules = ['participation', 'module', 'tested'] as const;
const withoutModules = ['participation', 'tested'] as const;

/** The set with somebody in it, or without. */
function withOr(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const others = [...set].filter((one) => one !== id);
  return new Set(isIn ? [...others, id] : others);
}

/** Everybody of the group with what the choices say of them; read anew when either changes. */
function useRows(groupId: string, { moduleId }: Choices, template: OfferedTemplate | undefined) {
  const services = useServices();
  const today = services.clock.today();
  const kind = template?.content.kind ?? 'participation';
  return useLoaded(
    [
      ...(['enrolment', 'session', 'attendanceSheet', 'offer', 'courseGroup'] as const),
      ...(['participant', 'certificate', 'certificateDecision'] as const),
    ],
    () => dueRows(services, { groupId, kind, moduleId }, today),
    [groupId, kind, moduleId, today],
  );
}

/** Certificates for one group: choose, check every page, issue. */
export function GroupIssue({ group }: { readonly group: CourseGroupEntry }) {
  const { t } = useTranslation('certificates');
  const { directory } = useServices();
  const offer = directory.get('offer', group.offerId);
  const modules = offer?.modules ?? [];
  const minimum = offer?.minimumAttendance ?? 0;
  const templates = useTemplates(modules.length > 0 ? withModules : withoutModules);
  const [choices, setChoices] = useState<Choices>(usualChoices);
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<DueRow>();
  const template = templates.find(({ id }) => id === choices.templateId);
  const kind = template?.content.kind ?? 'participation';
  const rows = useRows(group.id, choices, template);
  const selected = useMemo(() => chosen ?? preselected(rows ?? [], kind), [chosen, rows, kind]);
  const about = chosenSubject(group.id, choices, template);

  const change = (to: Choices): void => {
    // Another kind or module is due to others.
    if (to.templateId !== choices.templateId || to.moduleId !== choices.moduleId) setChosen(undefined);
    setChoices(to);
  };
  const requests = (): CertificateRequest[] =>
    (rows ?? []).flatMap(({ participantId }) =>
      about && selected.has(participantId)
        ? [
            {
              ...{ participantId, about, templateId: choices.templateId, replaces: null },
              translation: apart.has(participantId) ? null : choices.translation,
            },
          ]
        : [],
    );
  return (
    <IssueJourney
      title={group.name}
      back={{ label: t('backToGroups'), to: '/certificates' }}
      next={{ label: t('issued.another'), to: '/certificates' }}
      onIssued={() => setChosen(undefined)}
    >
      {(check) =>
        rows && (
          <>
            <ChooseStep
              group={group}
              rows={rows}
              minimum={kind === 'tested' ? null : minimum}
              apart={choices.translation === null ? undefined : apart}
              selected={selected}
              onSelect={setChosen}
              onOpen={setOpened}
              onCheck={about && (() => check(requests()))}
            >
              <GroupChoices choices={choices} templates={templates} modules={modules} onChange={change} />
            </ChooseStep>
            {opened && (
              <PersonDialog
                about={{ groupId: group.id, moduleId: choices.moduleId }}
                row={opened}
                minimum={minimum}
                translated={choices.translation === null ? undefined : !apart.has(opened.participantId)}
                onTranslate={(translated) => setApart(withOr(apart, opened.participantId, !translated))}
                onClose={() => setOpened(undefined)}
              />
            )}
          </>
        )
      }
    </IssueJourney>
  );
}
