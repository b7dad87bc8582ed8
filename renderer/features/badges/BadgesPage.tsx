import Box from '@mui/material/Box';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { useFocusOnStep } from '#renderer/ui/use-focus-on-step.ts';
import { activeBadges } from '#shared/domain/badges/active-badges.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { hasDeparted } from '#shared/domain/records/participant.ts';
import { keepChoices, lastChoices } from './badge-choices.ts';
import { LayoutStep } from './layout/LayoutStep.tsx';
import { PrintStep } from './PrintStep.tsx';
import { ChooseStep } from './people/ChooseStep.tsx';
import { type ScopeChoice, usualSince } from './people/use-scope.ts';

const steps = ['who', 'how', 'print'] as const;
type StepName = (typeof steps)[number];

/** `/badges`, with `?person=…` for the badge of one person, with `?group=…` for those of a group. */
export function BadgesPage() {
  const [search] = useSearchParams();
  const { clock } = useServices();
  const people = useEntries('participant');
  const asked = search.get('person');
  const person = people.find(({ id }) => id === asked);
  const one = person && !hasDeparted(person, clock.today()) ? person : undefined;
  return <Badges key={search.toString()} one={one} group={search.get('group')} />;
}

interface BadgesProps {
  readonly one: PersonEntry | undefined;
  readonly group: string | null;
}

function Badges({ one, group }: BadgesProps) {
  const { t } = useTranslation('badges');
  const { clock } = useServices();
  const [step, setStep] = useState<StepName>(one ? 'how' : 'who');
  const [people, setPeople] = useState<readonly string[]>(one ? [one.id] : []);
  const [choices, setChoices] = useState(lastChoices);
  const [choice, setChoice] = useState<ScopeChoice>({
    scope: group === null ? 'without' : 'group',
    groupId: group,
    since: usualSince(clock.today()),
  });
  const [selected, setSelected] = useState<ReadonlySet<string>>();
  const { without, issuing, refusal, issue } = useIssuing(people, () => setStep('print'));
  const content = useFocusOnStep(step);
  const back = one ? { label: fullName(one), to: `/people/${one.id}` } : { label: t('back'), to: '/people' };
  return (
    <Page title={t('title')} back={back}>
      <Stepper activeStep={steps.indexOf(step)} aria-label={t('steps.label')} sx={{ maxWidth: 560, mb: 2 }}>
        {steps.map((name) => (
          <Step key={name}>
            <StepLabel>{t(`steps.${name}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Box ref={content} tabIndex={-1} sx={{ outline: 'none', minWidth: 0 }}>
        {step === 'who' && (
          <ChooseStep
            choice={choice}
            onChoose={(next) => {
              setChoice(next);
              setSelected(undefined);
            }}
            selected={selected}
            onSelect={setSelected}
            onNext={(ids) => {
              setPeople(ids);
              setChoices(lastChoices());
              setStep('how');
            }}
          />
        )}
        {step === 'how' && (
          <LayoutStep
            choices={choices}
            onChoose={(next) => {
              setChoices(next);
              keepChoices(next);
            }}
            count={people.length}
            without={without}
            busy={issuing}
            refusal={refusal}
            onBack={one ? undefined : () => setStep('who')}
            onNext={() => void issue()}
          />
        )}
        {step === 'print' && <PrintStep people={people} choices={choices} onBack={() => setStep('how')} />}
      </Box>
    </Page>
  );
}

/** Gives those a badge who have none, once; the others keep theirs. */
function useIssuing(people: readonly string[], onIssued: () => void) {
  const { commands } = useServices();
  const badges = useEntries('badge');
  const [issuing, setIssuing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const missing = useMemo(() => {
    const carried = activeBadges(badges);
    return people.filter((id) => !carried.has(id));
  }, [badges, people]);
  const issue = async (): Promise<void> => {
    if (issuing) return;
    setRefusal(undefined);
    if (missing.length === 0) return onIssued();
    setIssuing(true);
    const issued = await commands.execute('badge.issue', { participantIds: missing });
    setIssuing(false);
    if (issued.ok) onIssued();
    else setRefusal(issued.error);
  };
  return { without: missing.length, issuing, refusal, issue };
}
