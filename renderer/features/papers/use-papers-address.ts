import { useSearchParams } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { mondayOf, weekName, weekStart } from '#shared/domain/calendar/weeks.ts';
import { type PaperLanguage, paperLanguageOf, paperLanguages } from '#shared/domain/paper-language.ts';

export const papers = ['sheet', 'week'] as const;
export type Paper = (typeof papers)[number];

export interface PapersChoice {
  readonly paper: Paper;
  readonly language: PaperLanguage;
  readonly monday: string;
}

/**
 * What the address says: `?paper=sheet|week&language=ar&week=2026-W48`; else the explanation sheet, the person's own
 * language and this week.
 */
export function usePapersAddress(languages: readonly string[]): PapersChoice & {
  readonly thisMonday: string;
  readonly choose: (change: Partial<PapersChoice>) => void;
} {
  const { clock } = useServices();
  const [search, setSearch] = useSearchParams();
  const thisMonday = mondayOf(clock.today());
  const chosen: PapersChoice = {
    paper: papers.find((name) => name === search.get('paper')) ?? 'sheet',
    language: paperLanguages.find((code) => code === search.get('language')) ?? paperLanguageOf(languages),
    monday: weekStart(search.get('week') ?? '') ?? thisMonday,
  };
  const choose = (change: Partial<PapersChoice>): void => {
    const { paper, language, monday } = { ...chosen, ...change };
    setSearch({ paper, language, week: weekName(monday) }, { replace: true });
  };
  return { ...chosen, thisMonday, choose };
}
