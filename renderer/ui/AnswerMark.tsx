import type { SvgIconComponent } from '@mui/icons-material';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlined from '@mui/icons-material/HelpOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';

type Answer = 'yes' | 'open' | 'no';

const looks: Readonly<Record<Answer, { readonly Icon: SvgIconComponent; readonly color: string }>> = {
  yes: { Icon: CheckCircleOutlined, color: 'primary.main' },
  open: { Icon: HelpOutlined, color: 'waits.text' },
  no: { Icon: RadioButtonUnchecked, color: 'text.secondary' },
};

/** Yes, not yet known, or no, as icon, words and colour. In a narrow column the words are cut off at their end. */
export function AnswerMark({ answer, label }: { readonly answer: Answer; readonly label: string }) {
  const { Icon, color } = looks[answer];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        color,
        maxWidth: '100%',
        verticalAlign: 'middle',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18, flex: 'none' }} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {label}
      </Box>
    </Box>
  );
}
