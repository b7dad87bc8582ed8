import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ClipboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { mostModules } from '#shared/domain/records/offer.ts';
import { ModuleRow } from './ModuleRow.tsx';
import { type ModuleValues, moduleSum, type OfferValues } from './offer-values.ts';
import type { Draft } from './use-draft.ts';

const emptyModule = (): ModuleValues => ({ id: crypto.randomUUID(), title: '', ue: '', contents: '' });

/** Rows of a spreadsheet: title, UE and contents in columns, or a title a line. */
function pastedModules(text: string): ModuleValues[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [title = '', ue = '', ...contents] = line.split('\t').map((cell) => cell.trim());
      return { ...emptyModule(), title, ue, contents: contents.filter((one) => one !== '').join('\n') };
    });
}

const isEmpty = ({ title, ue, contents }: ModuleValues): boolean =>
  title.trim() === '' && ue.trim() === '' && contents.trim() === '';

/** The modules of an offer, in the order in which they are taught, with the sum of their UE. */
export function ModulesField({
  draft,
  readOnly,
}: {
  readonly draft: Draft<OfferValues>;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('courses');
  const heading = useId();
  const offerUndo = useUndo();
  const { modules } = draft.values;
  const latest = useRef(modules);
  latest.current = modules;
  const [tooMany, setTooMany] = useState<number>();
  const [newest, setNewest] = useState<string>();
  const change = (next: readonly ModuleValues[]): void => {
    const fits = next.length <= mostModules;
    setTooMany(fits ? undefined : next.length);
    if (fits) draft.set('modules', next);
  };
  const add = (): void => {
    const module = emptyModule();
    setNewest(module.id);
    change([...modules, module]);
  };
  const paste = (at: number, event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    const rest = modules.slice(at);
    change([
      ...modules.slice(0, at),
      ...pastedModules(text),
      ...(rest[0] && isEmpty(rest[0]) ? rest.slice(1) : rest),
    ]);
  };
  const move = (at: number, by: 1 | -1): void => {
    const moved = modules[at];
    if (moved) change(modules.toSpliced(at, 1).toSpliced(at + by, 0, moved));
  };
  const remove = (at: number): void => {
    const removed = modules[at];
    if (!removed) return;
    change(modules.toSpliced(at, 1));
    if (!isEmpty(removed))
      offerUndo(t('modules.removed', { title: removed.title }), () =>
        change(latest.current.toSpliced(at, 0, removed)),
      );
  };
  const error =
    tooMany === undefined
      ? draft.errors.modules
      : t('modules.errors.tooMany', { most: mostModules, count: tooMany });
  return (
    <Box role="group" aria-labelledby={heading} sx={{ gridColumn: '1 / -1', display: 'grid', gap: 2, mt: 1 }}>
      <div>
        <Typography variant="h2" id={heading}>
          {t('modules.title')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('modules.hint')}
        </Typography>
      </div>
      {modules.map((module, at) => (
        <ModuleRow
          key={module.id}
          module={module}
          number={at + 1}
          count={modules.length}
          readOnly={readOnly}
          isNew={module.id === newest}
          errorAt={(field) => draft.errors[`modules.${at}.${field}`]}
          onChange={(part) =>
            change(modules.map((one) => (one.id === module.id ? { ...one, ...part } : one)))
          }
          onMove={(by) => move(at, by)}
          onRemove={() => remove(at)}
          onPaste={(event) => paste(at, event)}
        />
      ))}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2 }}>
        {!readOnly && (
          <Button
            size="small"
            variant="outlined"
            startIcon={<Add />}
            onClick={add}
            data-invalid={error !== undefined}
          >
            {t('modules.add')}
          </Button>
        )}
        <Typography role="status" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {modules.length > 0 &&
            t('modules.sum', { count: modules.length, units: t('units', { count: moduleSum(modules) }) })}
        </Typography>
      </Box>
      <Box role="alert">{error !== undefined && <FieldError>{error}</FieldError>}</Box>
    </Box>
  );
}
