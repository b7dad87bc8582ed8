import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';

/** A sentence about a field that is wrong, with an icon so that colour does not carry it alone. */
export function FieldError({ children }: { readonly children: string }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'flex-start',
        gap: 0.5,
        color: 'error.main',
        fontSize: '0.8125rem',
        lineHeight: 1.45,
      }}
    >
      <ErrorOutlined aria-hidden sx={{ fontSize: 16, mt: '1px' }} />
      <span>{children}</span>
    </Box>
  );
}
