import type { SvgIconComponent } from '@mui/icons-material';
import Block from '@mui/icons-material/Block';
import CheckCircle from '@mui/icons-material/CheckCircle';
import HelpOutlined from '@mui/icons-material/HelpOutlined';
import QrCode2 from '@mui/icons-material/QrCode2';
import WarningAmber from '@mui/icons-material/WarningAmber';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { StatusName } from '#renderer/ui/theme/palette.ts';
import type { ProofState } from '#shared/domain/proof/judge-proof.ts';

type Verdict = ProofState | 'unreadable';

const looks: Readonly<Record<Verdict, { readonly colour: StatusName; readonly Icon: SvgIconComponent }>> = {
  genuine: { colour: 'present', Icon: CheckCircle },
  revoked: { colour: 'absent', Icon: Block },
  altered: { colour: 'absent', Icon: WarningAmber },
  foreign: { colour: 'late', Icon: HelpOutlined },
  unreadable: { colour: 'excused', Icon: QrCode2 },
};

interface VerdictMarkProps {
  readonly verdict: Verdict;
  /** A sentence that says what it means. */
  readonly why: string;
}

/** A verdict as icon, word and colour, readable from two metres. */
export function VerdictMark({ verdict, why }: VerdictMarkProps) {
  const { t } = useTranslation('proof');
  const { colour, Icon } = looks[verdict];
  return (
    <Box
      data-verdict={verdict}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        p: 2,
        border: 2,
        borderColor: `status.${colour}.text`,
        borderRadius: '8px',
        color: `status.${colour}.text`,
        bgcolor: `status.${colour}.tint`,
        '@media (forced-colors: active)': { borderColor: 'CanvasText' },
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 56 }} />
      <Box>
        <Typography component="p" variant="h1" sx={{ color: 'inherit' }}>
          {t(`state.${verdict}`)}
        </Typography>
        <Typography sx={{ color: 'text.primary' }}>{why}</Typography>
      </Box>
    </Box>
  );
}
