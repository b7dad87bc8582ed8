import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';
import { ChoicePanel } from './ChoicePanel.tsx';
import { isCodeUnderWay } from './desk-code.ts';
import type { Desk, DeskSnapshot } from './desk-store.ts';
import { verdictOf } from './desk-view.ts';
import { KeysHint } from './KeysHint.tsx';
import { ResultList } from './ResultList.tsx';
import type { DeskField } from './use-desk-field.ts';
import type { DeskTexts } from './use-desk-texts.ts';

interface FoundProps {
  readonly id: string;
  readonly desk: Desk;
  readonly shown: DeskSnapshot;
  readonly field: DeskField;
  readonly texts: DeskTexts;
}

/** Below the field: who was found, or the sessions to choose from, or why there is nothing. */
export function Found({ id, desk, shown, field, texts }: FoundProps) {
  const { t } = useTranslation('desk');
  const { choice } = shown.desk;
  const view = desk.view();
  const [best] = field.rows;
  const verdict = best?.kind === 'person' ? verdictOf(view, best.person.id) : undefined;
  const people = field.rows.filter(({ kind }) => kind === 'person').length;
  if (choice)
    return (
      <div className="desk-sheet">
        <ChoicePanel {...{ id, choice, field, texts }} />
      </div>
    );
  const typed = field.text.trim();
  if (typed === '') return <KeysHint />;
  return (
    <div className="desk-sheet">
      {field.doubted && (
        <Box role="alert" sx={{ px: 2, py: 1, bgcolor: 'waits.tint', color: 'waits.text', fontWeight: 600 }}>
          {t('field.namesakes')}
        </Box>
      )}
      {people === 0 && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1, color: 'text.secondary' }}>
          <Box sx={{ flex: 1 }}>{t(isCodeUnderWay(typed) ? 'field.code' : 'field.nobody')}</Box>
          {best && (
            <Button component={Link} to="/people/new" state={{ name: typed }} sx={{ minHeight: 44 }}>
              {t('field.create')}
            </Button>
          )}
        </Box>
      )}
      {field.rows.length > 0 && <ResultList {...{ id, view, field, texts }} discreet={shown.discreet} />}
      <div role="status" style={visuallyHidden}>
        {verdict && best?.kind === 'person'
          ? t('field.found', {
              count: people,
              best: `${texts.person(best.person.id)}: ${texts.verdict(verdict)}`,
            })
          : ''}
      </div>
    </div>
  );
}
