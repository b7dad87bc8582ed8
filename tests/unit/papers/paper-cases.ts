import type { ExplanationSheet, OwnSession, OwnWeekPlan } from '#renderer/documents/papers/printed-papers.ts';
import type { PaperLanguage } from '#shared/domain/paper-language.ts';

const facility = 'ZUE Münster';

export const sheetIn = (language: PaperLanguage, but: Partial<ExplanationSheet> = {}): ExplanationSheet => ({
  ...{ kind: 'explanation-sheet', language, facility, place: 'Münster', printedOn: '2026-11-23' },
  ...but,
});

export const ownSession = (but: Partial<OwnSession> = {}): OwnSession => ({
  ...{ startsAt: 510, endsAt: 645, offer: 'Deutsch für den Alltag', group: 'Vormittag A' },
  ...{ area: 'language', room: '12', cancelled: false },
  ...but,
});

/** A week with each area, a session without a room, one that is called off, and a free day. */
export const weekIn = (language: PaperLanguage, but: Partial<OwnWeekPlan> = {}): OwnWeekPlan => ({
  ...{ kind: 'own-week-plan', language, facility, printedOn: '2026-11-20' },
  ...{ name: 'Ayşe Öztürk-Ğ', week: 48, from: '2026-11-23', to: '2026-11-29' },
  days: [
    {
      ...{ date: '2026-11-23', holiday: false },
      sessions: [
        ownSession(),
        ownSession({
          ...{ startsAt: 840, endsAt: 960, offer: 'Fahrradwerkstatt (mit Helm)', group: 'Montag' },
          ...{ area: 'vocational', room: 'Werkstatt 1' },
        }),
      ],
    },
    { date: '2026-11-24', holiday: false, sessions: [ownSession({ cancelled: true })] },
    { date: '2026-11-25', holiday: true, sessions: [] },
    {
      ...{ date: '2026-11-26', holiday: false },
      sessions: [
        ownSession({
          ...{ startsAt: 900, endsAt: 1020, offer: 'Fußball mit SC Preußen', group: 'Alle' },
          ...{ area: 'day-structure', room: null },
        }),
      ],
    },
    { date: '2026-11-27', holiday: false, sessions: [] },
  ],
  ...but,
});
