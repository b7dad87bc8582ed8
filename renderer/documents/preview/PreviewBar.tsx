import Add from '@mui/icons-material/Add';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Remove from '@mui/icons-material/Remove';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';

interface PreviewBarProps {
  /** Counted from 1. */
  readonly page: number;
  readonly count: number;
  readonly percent: number;
  readonly onPage: (page: number) => void;
  readonly onZoom: (steps: number) => void;
  readonly onZoomReset: () => void;
}

/** Which page is shown, and how large. */
export function PreviewBar({ page, count, percent, onPage, onZoom, onZoomReset }: PreviewBarProps) {
  const { t } = useTranslation('documents');
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 0.5,
        px: 1.5,
        py: 0.5,
        borderBottom: 1,
        borderColor: 'line.soft',
        bgcolor: 'background.paper',
      }}
    >
      <IconButton aria-label={t('preview.previous')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
        <ArrowUpward fontSize="small" />
      </IconButton>
      <IconButton aria-label={t('preview.next')} disabled={page >= count} onClick={() => onPage(page + 1)}>
        <ArrowDownward fontSize="small" />
      </IconButton>
      <Typography
        variant="body2"
        role="status"
        sx={{ flex: '1 1 auto', ml: 0.5, fontVariantNumeric: 'tabular-nums' }}
      >
        {t('preview.place', { page, count })}
      </Typography>
      <Shortcut label={t('preview.zoomOut')} keys="−">
        <IconButton aria-label={t('preview.zoomOut')} onClick={() => onZoom(-1)}>
          <Remove fontSize="small" />
        </IconButton>
      </Shortcut>
      <Shortcut label={t('preview.zoomReset')} keys="0">
        <Button
          size="small"
          color="inherit"
          onClick={onZoomReset}
          sx={{ minWidth: 64, fontVariantNumeric: 'tabular-nums' }}
        >
          {t('preview.zoom', { percent })}
        </Button>
      </Shortcut>
      <Shortcut label={t('preview.zoomIn')} keys="+">
        <IconButton aria-label={t('preview.zoomIn')} onClick={() => onZoom(1)}>
          <Add fontSize="small" />
        </IconButton>
      </Shortcut>
    </Box>
  );
}
