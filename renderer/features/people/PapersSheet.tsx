import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePaperLanguageName } from '#renderer/i18n/use-paper-language-name.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { paperLanguageOf } from '#shared/domain/paper-language.ts';
import type { Participant } from '#shared/domain/records/participant.ts';

interface PapersSheetProps {
  readonly id: string;
  readonly person: Participant;
}

/** The way to the papers that a person can be given in their own language. */
export function PapersSheet({ id, person }: PapersSheetProps) {
  const { t } = useTranslation('resident-papers');
  const { commands } = useServices();
  const languageName = usePaperLanguageName();
  const language = paperLanguageOf(person.languages);
  if (!commands.allows('paper.print')) return null;
  return (
    <Sheet>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('title')}
      </Typography>
      <Typography sx={{ mb: 1.5 }}>
        {language === 'de' ? t('offeredGerman') : t('offered', { language: languageName(language) })}
      </Typography>
      <Button component={Link} to={`/people/${id}/papers`} variant="outlined" startIcon={<PrintOutlined />}>
        {t('open')}
      </Button>
    </Sheet>
  );
}
