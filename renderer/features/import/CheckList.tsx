import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined';
import RemoveCircleOutlined from '@mui/icons-material/RemoveCircleOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { ReviewRow } from './review-rows.ts';
import { useProblemText } from './use-problem-text.ts';

const looks = {
  ready: { Icon: CheckCircleOutlined, color: 'status.present.text' },
  noted: { Icon: InfoOutlined, color: 'waits.text' },
  open: { Icon: ErrorOutlined, color: 'error.main' },
  likely: { Icon: PeopleAltOutlined, color: 'waits.text' },
  same: { Icon: HowToRegOutlined, color: 'status.present.text' },
  skipped: { Icon: RemoveCircleOutlined, color: 'text.secondary' },
} as const;

/** Icon, word and colour of a row's state. */
export function RowState({ state }: { readonly state: ReviewRow['state'] }) {
  const { t } = useTranslation('import');
  const { Icon, color } = looks[state];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        verticalAlign: 'middle',
        gap: 0.75,
        color,
        fontWeight: 600,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18 }} />
      {t(`state.${state}`)}
    </Box>
  );
}

/** The name as the row has it, cleaned or not. */
export function nameIn({ read, values }: ReviewRow['entry']): string {
  const { given, family } = read.person ?? { given: values.given ?? '', family: values.family ?? null };
  return [family, given].filter((name) => name?.trim()).join(', ');
}

interface CheckListProps {
  readonly rows: readonly ReviewRow[];
  /** Line of the row at hand. */
  readonly current: number | undefined;
  readonly onOpen: (line: number) => void;
}

const rowKey = ({ entry }: ReviewRow): string => String(entry.line);

/** Every row of the file with its state and the first thing that stands out. */
export function CheckList({ rows, current, onOpen }: CheckListProps) {
  const { t } = useTranslation('import');
  const textOf = useProblemText();
  const columns = useMemo(
    () => [
      {
        key: 'line',
        label: t('review.line'),
        width: 84,
        render: ({ entry }: ReviewRow) =>
          entry.line === current ? <strong>{`▸ ${entry.line}`}</strong> : entry.line,
        sortBy: ({ entry }: ReviewRow) => entry.line,
      },
      {
        key: 'state',
        label: t('review.state'),
        width: 198,
        render: ({ state }: ReviewRow) => <RowState state={state} />,
        sortBy: ({ state }: ReviewRow) => state,
      },
      {
        key: 'name',
        label: t('result.name'),
        width: '1fr',
        render: ({ entry }: ReviewRow) => <bdi>{nameIn(entry)}</bdi>,
        sortBy: ({ entry }: ReviewRow) => nameIn(entry),
      },
      {
        key: 'problem',
        label: t('review.problem'),
        width: '2fr',
        render: ({ problems }: ReviewRow) =>
          problems[0] ? <span title={textOf(problems[0])}>{textOf(problems[0])}</span> : '',
      },
    ],
    [t, textOf, current],
  );
  return (
    <Sheet padded={false}>
      <VirtualTable
        label={t('review.table')}
        rows={rows}
        columns={columns}
        rowKey={rowKey}
        onOpen={({ entry }) => onOpen(entry.line)}
        maxHeight="max(280px, calc(100dvh - 322px))"
      />
      {rows.length === 0 && (
        <Typography sx={{ p: 3, color: 'text.secondary' }}>{t('review.nothingHere')}</Typography>
      )}
    </Sheet>
  );
}
