import Box from '@mui/material/Box';

interface DigitGroupsProps {
  readonly label: string;
  readonly groups: readonly string[];
}

/** Groups of digits or letters that people read out to each other. */
export function DigitGroups({ label, groups }: DigitGroupsProps) {
  return (
    <Box
      component="ol"
      aria-label={label}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1.5,
        m: 0,
        p: 0,
        listStyle: 'none',
        fontSize: '1.375rem',
        fontWeight: 600,
        fontVariantNumeric: 'tabular-nums slashed-zero',
        letterSpacing: '0.06em',
      }}
    >
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same
        <li key={at}>{group}</li>
      ))}
    </Box>
  );
}
