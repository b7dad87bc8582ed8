import Add from '@mui/icons-material/Add';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Delete from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import type { CertificateKind, TemplateBlock } from '#shared/domain/certificates/template.ts';
import { BlockFields } from './BlockFields.tsx';
import { Section } from './Section.tsx';
import { useProblemText } from './use-problem-text.ts';
import type { TemplateEditing } from './use-template-draft.ts';

const types = ['text', 'name', 'offer', 'facts', 'contents'] as const;
const mostBlocks = 20;

function newBlock(type: TemplateBlock['type'], kind: CertificateKind): TemplateBlock {
  switch (type) {
    case 'text':
      return { type, text: '', size: 'normal', align: 'start' };
    case 'name':
      return { type, original: true, birth: kind !== 'honour' };
    case 'facts':
      return { type, rows: ['period', 'provider'] };
    case 'offer':
    case 'contents':
      return { type };
  }
}

/** Keys that stay with their blocks while these move. */
function useKeys(count: number) {
  const keys = useRef<string[]>([]);
  while (keys.current.length < count) keys.current.push(crypto.randomUUID());
  return keys;
}

interface BlocksFieldsProps {
  readonly editing: TemplateEditing;
  readonly disabled: boolean;
}

/** The parts of the page in their order. */
export function BlocksFields({ editing, disabled }: BlocksFieldsProps) {
  const { t } = useTranslation('certificate-templates');
  const problemText = useProblemText();
  const offerUndo = useUndo();
  const menu = useId();
  const { draft, change, problemAt } = editing;
  const { blocks, kind } = draft.content;
  const keys = useKeys(blocks.length);
  const list = useRef<HTMLDivElement>(null);
  /** Once the menu is closed, the block that was added takes the focus. */
  const isAdded = useRef(false);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const error = problemText(problemAt('blocks'));

  const splice = (at: number, gone: number, ...block: TemplateBlock[]): void => {
    keys.current.splice(at, gone, ...block.map(() => crypto.randomUUID()));
    change((content) => ({ blocks: content.blocks.toSpliced(at, gone, ...block) }));
  };
  const add = (type: TemplateBlock['type']): void => {
    setAnchor(null);
    splice(blocks.length, 0, newBlock(type, kind));
    isAdded.current = true;
  };
  const focusAdded = (): void => {
    if (!isAdded.current) return;
    isAdded.current = false;
    const added = list.current?.querySelector(':scope > [role=group]:last-of-type');
    const field = added?.querySelector<HTMLElement>('textarea:not([aria-hidden]), input');
    (field ?? added?.querySelector<HTMLElement>('button'))?.focus();
  };
  const move = (at: number, by: 1 | -1): void => {
    const [key] = keys.current.splice(at, 1);
    if (key !== undefined) keys.current.splice(at + by, 0, key);
    change((content) => {
      const [block] = content.blocks.slice(at, at + 1);
      return block ? { blocks: content.blocks.toSpliced(at, 1).toSpliced(at + by, 0, block) } : {};
    });
  };
  const remove = (at: number): void => {
    const removed = blocks[at];
    if (!removed) return;
    splice(at, 1);
    offerUndo(t('blocks.removed', { type: t(`blocks.types.${removed.type}`) }), () => splice(at, 0, removed));
  };
  return (
    <Section title={t('blocks.title')} hint={t('blocks.hint')}>
      <Box ref={list} sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {blocks.map((block, at) => {
          const type = t(`blocks.types.${block.type}`);
          const number = at + 1;
          return (
            <Box
              key={keys.current[at]}
              role="group"
              aria-label={t('blocks.row', { number, type })}
              sx={rowLook}
            >
              <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 36 }}>
                <Typography variant="subtitle2" component="h3" sx={{ flex: '1 1 auto' }}>
                  {t('blocks.heading', { number, type })}
                </Typography>
                {!disabled && (
                  <BlockDeeds
                    number={number}
                    count={blocks.length}
                    onMove={(by) => move(at, by)}
                    onRemove={() => remove(at)}
                  />
                )}
              </Box>
              <BlockFields
                block={block}
                kind={kind}
                errorAt={(part) => problemText(problemAt(`blocks.${at}.${part}`))}
                onChange={(to) => change((content) => ({ blocks: content.blocks.with(at, to) }))}
                disabled={disabled}
              />
            </Box>
          );
        })}
      </Box>
      {!disabled && blocks.length < mostBlocks && (
        <div>
          <Button
            variant="outlined"
            size="small"
            startIcon={<Add />}
            data-invalid={error !== undefined}
            aria-haspopup="menu"
            aria-expanded={anchor !== null}
            aria-controls={anchor ? menu : undefined}
            onClick={({ currentTarget }) => setAnchor(currentTarget)}
          >
            {t('blocks.add')}
          </Button>
          <Menu
            id={menu}
            anchorEl={anchor}
            open={anchor !== null}
            onClose={() => setAnchor(null)}
            slotProps={{ transition: { onExited: focusAdded } }}
          >
            {types.map((type) => (
              <MenuItem key={type} onClick={() => add(type)}>
                {t(`blocks.types.${type}`)}
              </MenuItem>
            ))}
          </Menu>
        </div>
      )}
      <Box role="alert">{error !== undefined && <FieldError>{error}</FieldError>}</Box>
    </Section>
  );
}

interface BlockDeedsProps {
  /** From 1, of how many. */
  readonly number: number;
  readonly count: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Moves a block up or down, or removes it. */
function BlockDeeds({ number, count, onMove, onRemove }: BlockDeedsProps) {
  const { t } = useTranslation('certificate-templates');
  const deeds = [
    { key: 'up', icon: <ArrowUpward fontSize="small" />, off: number === 1, act: () => onMove(-1) },
    { key: 'down', icon: <ArrowDownward fontSize="small" />, off: number === count, act: () => onMove(1) },
    { key: 'remove', icon: <Delete fontSize="small" />, off: false, act: onRemove },
  ] as const;
  return deeds.map(({ key, icon, off, act }) => (
    <Tooltip key={key} title={t(`blocks.${key}`)}>
      {/* Not `disabled`: at the end of the list the focus would be lost. */}
      <IconButton
        size="small"
        aria-label={t(`blocks.${key}Of`, { number })}
        aria-disabled={off}
        onClick={off ? undefined : act}
        sx={{ color: off ? 'text.disabled' : 'text.secondary' }}
      >
        {icon}
      </IconButton>
    </Tooltip>
  ));
}

const rowLook = {
  display: 'grid',
  gap: 1.5,
  borderLeft: 3,
  borderColor: 'line.soft',
  pl: 1.5,
  minWidth: 0,
} as const;
