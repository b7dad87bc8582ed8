import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Key } from '#renderer/ui/Shortcut.tsx';
import type { Case } from './desk-log.ts';
import type { Option } from './desk-view.ts';
import type { LookName } from './looks.ts';
import { RowEnd, RowFrame, Rows } from './Rows.tsx';
import type { DeskField } from './use-desk-field.ts';
import type { DeskTexts } from './use-desk-texts.ts';

interface ChoicePanelProps {
  readonly id: string;
  readonly choice: Case;
  readonly field: DeskField;
  readonly texts: DeskTexts;
}

/** Where somebody goes: the sessions by number, the likeliest first. */
export function ChoicePanel({ id, choice, field, texts }: ChoicePanelProps) {
  const { t } = useTranslation('desk');
  const name = texts.subject(choice.who);
  const { options, active } = field;
  const asked = choice.who.kind === 'name' ? 'guest' : choice.reason;
  const question = options.length === 0 ? t('choice.none', { name }) : t(`choice.${asked}`, { name });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }} data-choice={choice.reason}>
      <Typography variant="h2" sx={{ px: 1.5, pt: 1.5, pb: 1, overflowWrap: 'anywhere' }}>
        {question}
      </Typography>
      <Rows id={id} label={t('choice.list')}>
        {options.map((option, place) => (
          <RowFrame
            key={option.at.session.id}
            id={`${id}-${place}`}
            active={place === active}
            of={option.at.session.id}
            onTake={() => field.pick(option)}
          >
            <Key>{String(place + 1)}</Key>
            <OptionText option={option} texts={texts} />
          </RowFrame>
        ))}
      </Rows>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, p: 1 }}>
        <Box sx={{ flex: '1 1 200px', px: 0.5, fontSize: '0.8125rem', color: 'text.secondary' }}>
          {options.length > 0 && t('choice.keys')} {options.some(({ full }) => full) && t('choice.keysFull')}
        </Box>
        <Button variant="outlined" onClick={field.clear} sx={{ minHeight: 44 }}>
          {t('choice.away')}
        </Button>
      </Box>
    </Box>
  );
}

function OptionText({ option, texts }: { readonly option: Option; readonly texts: DeskTexts }) {
  const { t } = useTranslation('desk');
  const { at, expected, full, mark } = option;
  const look: LookName = full ? 'full' : expected ? (mark.late === null ? 'go' : 'late') : 'walk-in';
  const there = (at.sheet?.attended ?? 0) + (at.sheet?.heads ?? 0);
  const { capacity } = at.group;
  const places =
    capacity === null
      ? t('sessions.there', { count: there })
      : t('sessions.thereOf', { count: there, capacity });
  const facts = [
    ...(full ? [t('choice.fullPress')] : [t(expected ? 'choice.place' : 'choice.noPlace')]),
    ...(mark.late === null ? [] : [t('choice.late', { minutes: mark.late })]),
  ];
  return (
    <>
      <div className="desk-text">
        <div className="desk-name">{texts.session(at)}</div>
        <div className="desk-facts">{places}</div>
      </div>
      <RowEnd look={look} text={facts.join(', ')} />
    </>
  );
}
