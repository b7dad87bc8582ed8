import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface AllPagesThereProps {
  /** Of the document. */
  readonly pages: number;
  readonly onYes: () => void;
  readonly onAgain: (from: number) => void;
}

/** The page that is typed, if the document has it. */
function typedPage(text: string, pages: number): number | undefined {
  const page = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return page >= 1 && page <= pages ? page : undefined;
}

/** No program hears of a jam or of missing paper: whoever stands at the printer says whether all pages came out. */
export function AllPagesThere({ pages, onYes, onAgain }: AllPagesThereProps) {
  const { t } = useTranslation('printing');
  const [text, setText] = useState('');
  const [told, setTold] = useState(false);
  const page = pages === 1 ? 1 : typedPage(text, pages);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (page !== undefined) onAgain(page);
  };
  const wrong = told && page === undefined;
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 1.5, pt: 0.5 }}>
      <Typography variant="body2" role="status">
        {t('question.handedOver')} {t('question.ask')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: 1 }}>
        <Button type="button" variant="contained" onClick={onYes}>
          {t('question.yes')}
        </Button>
        {pages > 1 && (
          <TextField
            size="small"
            label={t('question.from')}
            value={text}
            onChange={({ target }) => setText(target.value)}
            error={wrong}
            helperText={wrong ? t('question.range', { count: pages }) : undefined}
            slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
            sx={{ width: 104 }}
          />
        )}
        <Button type="submit" variant="outlined">
          {t(pages > 1 ? 'question.again' : 'question.once')}
        </Button>
      </Box>
    </Box>
  );
}
