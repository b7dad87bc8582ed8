import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useSessionTime } from '../use-session-time.ts';
import type { ClashLine } from './use-clashes.ts';

const mostShown = 5;
const mostNames = 3;

/** Says what is taken at the same time. Saving stays possible: two classes can share a hall. */
export function ClashList({ clashes }: { readonly clashes: readonly ClashLine[] | undefined }) {
  const { t } = useTranslation('courses');
  const sessionTime = useSessionTime();
  const names = (people: readonly string[]): string => {
    const shown = people.slice(0, mostNames).join(', ');
    return people.length > mostNames
      ? t('clashes.morePeople', { names: shown, count: people.length - mostNames })
      : shown;
  };
  const sentence = ({ kind, first, people, ...line }: ClashLine): string =>
    t(`clashes.${kind}`, { ...line, when: sessionTime(first), people: names(people) });
  if (clashes === undefined || clashes.length === 0) return null;
  return (
    <Alert severity="warning" role="status" sx={{ alignItems: 'flex-start' }}>
      <b>{t('clashes.title')}</b>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.25, '& li + li': { mt: 0.5 } }}>
        {clashes.slice(0, mostShown).map((clash) => (
          <li key={`${clash.kind} ${clash.other} ${clash.first.date} ${clash.first.startsAt}`}>
            {sentence(clash)}
          </li>
        ))}
        {clashes.length > mostShown && <li>{t('clashes.more', { count: clashes.length - mostShown })}</li>}
      </Box>
    </Alert>
  );
}
