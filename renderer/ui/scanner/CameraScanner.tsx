import CameraswitchOutlined from '@mui/icons-material/CameraswitchOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CameraState, useCamera } from './use-camera.ts';

interface CameraScannerProps {
  readonly open: boolean;
  /** Text of a QR code or Code 128, from outside and unchecked. The dialog stays open for the next one. */
  readonly onCode: (text: string) => void;
  readonly onClose: () => void;
  /** Below the picture: what became of the last code. */
  readonly children?: ReactNode;
}

/** Scanning with a camera. It is on while this is open, and asked for only then. */
export function CameraScanner(props: CameraScannerProps) {
  const title = useId();
  return (
    <Dialog open={props.open} onClose={props.onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <Scanning titleId={title} {...props} />
    </Dialog>
  );
}

/** Mounted while the dialog is open and while it fades out; the camera is off by then. */
function Scanning({
  titleId,
  open,
  onCode,
  onClose,
  children,
}: CameraScannerProps & { readonly titleId: string }) {
  const { t } = useTranslation('camera');
  const video = useRef<HTMLVideoElement>(null);
  const { state, retry, turnToNext } = useCamera({ active: open, video, onCode });
  return (
    <>
      <DialogTitle id={titleId}>{t('title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <CameraPicture video={video} state={state} />
        {state.phase === 'problem' ? (
          <Alert
            severity="warning"
            action={
              <Button color="inherit" onClick={retry}>
                {t('again')}
              </Button>
            }
          >
            {t(`problem.${state.problem}`)}
          </Alert>
        ) : (
          <Typography sx={{ color: 'text.secondary' }}>{t('hint')}</Typography>
        )}
        {children}
      </DialogContent>
      <DialogActions>
        {state.phase === 'watching' && state.cameras.length > 1 && (
          <Button startIcon={<CameraswitchOutlined />} onClick={turnToNext} sx={{ mr: 'auto' }}>
            {t('other')}
          </Button>
        )}
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('close')}
        </Button>
      </DialogActions>
    </>
  );
}

/** Milliseconds that the frame shows that a code was read. */
const shownMs = 600;

/** The live picture in a frame, which lights up when a code was read. Needs `useCamera` around it. */
function CameraPicture({
  video,
  state,
}: {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: CameraState;
}) {
  const { t } = useTranslation('camera');
  const readings = state.phase === 'watching' ? state.readings : 0;
  const [shown, setShown] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setShown(readings), shownMs);
    return () => clearTimeout(timer);
  }, [readings]);
  const justRead = readings > shown;
  return (
    <Box
      sx={{
        position: 'relative',
        aspectRatio: '16 / 9',
        borderRadius: '8px',
        overflow: 'hidden',
        // Dark in both themes: a picture is put into it.
        bgcolor: '#1D2B2F',
        '&::after': {
          content: '""',
          position: 'absolute',
          inset: 0,
          border: '6px solid',
          borderColor: justRead ? 'primary.main' : 'transparent',
          borderRadius: 'inherit',
        },
        display: state.phase === 'problem' ? 'none' : 'grid',
        placeItems: 'center',
      }}
    >
      <Box
        component="video"
        ref={video}
        muted
        playsInline
        aria-label={t('picture')}
        sx={{
          position: 'absolute',
          inset: 0,
          width: '100%',
          height: '100%',
          objectFit: 'cover',
          transform: state.phase === 'watching' && state.mirrored ? 'scaleX(-1)' : 'none',
        }}
      />
      {state.phase === 'opening' && (
        <CircularProgress size={32} aria-label={t('opening')} sx={{ color: '#FFFFFF' }} />
      )}
    </Box>
  );
}
