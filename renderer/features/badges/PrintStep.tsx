import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type PrintedBadge, printedBadge } from '#renderer/documents/badges/printed-badges.ts';
import { DocumentDesk } from '#renderer/documents/desk/DocumentDesk.tsx';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makeBadges } from '#renderer/documents/make-documents.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { activeBadges } from '#shared/domain/badges/active-badges.ts';
import { ownScript } from '#shared/domain/names/full-name.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import { afterPrint, type BadgeChoices, keepChoices } from './badge-choices.ts';

interface PrintStepProps {
  /** In the order of the sheet; all of them have a badge. The same array until others are chosen. */
  readonly people: readonly string[];
  readonly choices: BadgeChoices;
  readonly onBack: () => void;
}

/** The badges of people, in their order. */
function carriedBy(directory: DirectoryPort, people: readonly string[]) {
  const carried = activeBadges(directory.list('badge'));
  return people.flatMap((id) => carried.get(id) ?? []);
}

function badgesOf(
  directory: DirectoryPort,
  people: readonly string[],
  { form }: BadgeChoices,
): readonly PrintedBadge[] {
  return carriedBy(directory, people).flatMap(({ number, participantId }) => {
    const person = directory.get('participant', participantId);
    return person ? [printedBadge({ ...person, original: ownScript(person) }, number, form)] : [];
  });
}

/** Step three: the sheets as they will be printed. */
export function PrintStep({ people, choices, onBack }: PrintStepProps) {
  const { t } = useTranslation('badges');
  const { commands, directory, records } = useServices();
  const make = useCallback<MakePdf>(
    async (options) => {
      const facility = await records.get('facility', facilityId);
      const { layout, start, offset } = choices;
      const badges = badgesOf(directory, people, choices);
      return makeBadges({ facility: facility?.name ?? '', layout, start, offset, badges }, options);
    },
    [records, directory, people, choices],
  );
  const count = people.length;
  return (
    <DocumentDesk
      kind="badges"
      landscape={false}
      make={make}
      working={t('print.working', { count })}
      label={t('title')}
      focusPrint
      noted={(deed, again) => {
        // The same places on the same sheets, once more.
        if (deed === 'print' && !again) keepChoices(afterPrint(choices, count));
        return commands.execute('badge.print', { ids: carriedBy(directory, people).map(({ id }) => id) });
      }}
    >
      <Button onClick={onBack}>{t('print.back')}</Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', flexBasis: '100%' }}>
        {t('print.hint')}
      </Typography>
    </DocumentDesk>
  );
}
