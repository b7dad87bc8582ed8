import PhotoCameraOutlined from '@mui/icons-material/PhotoCameraOutlined';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import VolumeOff from '@mui/icons-material/VolumeOff';
import VolumeUpOutlined from '@mui/icons-material/VolumeUpOutlined';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk, DeskSnapshot } from './desk-store.ts';

interface DeskToolsProps {
  readonly desk: Desk;
  readonly shown: DeskSnapshot;
  readonly onCamera: () => void;
}

/** Tones, discretion, camera. */
export const DeskTools = memo(function DeskTools({ desk, shown, onCamera }: DeskToolsProps) {
  const { t } = useTranslation('desk');
  const { muted, discreet } = shown;
  return (
    <>
      <Tooltip title={t(muted ? 'tools.soundOff' : 'tools.soundOn')}>
        <Button
          variant="outlined"
          aria-pressed={!muted}
          startIcon={muted ? <VolumeOff /> : <VolumeUpOutlined />}
          onClick={() => desk.setMuted(!muted)}
          sx={{ minHeight: 44 }}
        >
          {t('tools.sound')}
        </Button>
      </Tooltip>
      <Tooltip describeChild title={t('tools.discreetHint')}>
        <Button
          variant={discreet ? 'contained' : 'outlined'}
          aria-pressed={discreet}
          startIcon={discreet ? <VisibilityOffOutlined /> : <VisibilityOutlined />}
          onClick={() => desk.setDiscreet(!discreet)}
          sx={{ minHeight: 44 }}
        >
          {t('tools.discreet')}
        </Button>
      </Tooltip>
      <Button
        variant="outlined"
        startIcon={<PhotoCameraOutlined />}
        onClick={onCamera}
        sx={{ minHeight: 44 }}
      >
        {t('tools.camera')}
      </Button>
    </>
  );
});
