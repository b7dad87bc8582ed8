import ArrowForward from '@mui/icons-material/ArrowForward';
import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined';
import EventOutlined from '@mui/icons-material/EventOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';
import type { Finding, Section } from './findings.ts';

const order: readonly Section[] = ['lists', 'people', 'sessions', 'groups', 'offers', 'deeds'];
const icons = {
  lists: AssignmentOutlined,
  people: PersonOutlined,
  sessions: EventOutlined,
  groups: SchoolOutlined,
  offers: SchoolOutlined,
  deeds: ArrowForward,
} as const;

interface FindingListProps {
  readonly id: string;
  readonly found: readonly Finding[];
  readonly active: number;
  /** What is said where nothing was found. */
  readonly nothing: string;
  readonly onGo: (finding: Finding) => void;
}

/** The findings by section. The search field has the focus and names the active one. */
export function FindingList({ id, found, active, nothing, onGo }: FindingListProps) {
  const { t } = useTranslation('app');
  return (
    <>
      <Box
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search.results')}
        sx={{ overflow: 'auto', maxHeight: '60vh', py: found.length > 0 ? 1 : 0 }}
      >
        {order.map((section) => {
          const inSection = found
            .map((finding, place) => ({ finding, place }))
            .filter(({ finding }) => finding.section === section);
          return inSection.length === 0 ? null : (
            <Box key={section} role="group" aria-labelledby={`${id}-${section}`}>
              <Box
                id={`${id}-${section}`}
                role="presentation"
                sx={{ px: 2.5, pt: 1, pb: 0.5, fontSize: '0.8125rem', color: 'text.secondary' }}
              >
                {t(`search.section.${section}`)}
              </Box>
              {inSection.map(({ finding, place }) => (
                <Option
                  key={finding.id}
                  id={`${id}-${place}`}
                  finding={finding}
                  active={place === active}
                  onGo={onGo}
                />
              ))}
            </Box>
          );
        })}
      </Box>
      {found.length === 0 && <Box sx={{ px: 2.5, py: 3, color: 'text.secondary' }}>{nothing}</Box>}
      <Box role="status" sx={visuallyHidden}>
        {t('search.count', { count: found.length })}
      </Box>
    </>
  );
}

interface OptionProps {
  readonly id: string;
  readonly finding: Finding;
  readonly active: boolean;
  readonly onGo: (finding: Finding) => void;
}

function Option({ id, finding, active, onGo }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const Icon = icons[finding.section];
  return (
    <Box
      ref={row}
      id={id}
      role="option"
      aria-selected={active}
      onClick={() => onGo(finding)}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 40,
        mx: 1,
        px: 1.5,
        borderRadius: '6px',
        cursor: 'pointer',
        bgcolor: active ? 'status.present.tint' : 'transparent',
        color: active ? 'status.present.text' : 'text.primary',
        '&:hover': { bgcolor: active ? 'status.present.tint' : 'action.hover' },
      }}
    >
      <Icon aria-hidden fontSize="small" />
      <Box
        component="span"
        sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {finding.title}
      </Box>
      {finding.original !== undefined && (
        <Box component="bdi" dir="auto" sx={{ whiteSpace: 'nowrap' }}>
          {finding.original}
        </Box>
      )}
      <Box
        component="span"
        sx={{
          ml: 'auto',
          display: 'inline-flex',
          gap: 1.5,
          fontSize: '0.8125rem',
          color: 'text.secondary',
          whiteSpace: 'nowrap',
        }}
      >
        {finding.details.map((detail) => (
          <span key={detail}>{detail}</span>
        ))}
      </Box>
    </Box>
  );
}
