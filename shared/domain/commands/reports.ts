import { note } from './define.ts';

/** Day reports that left the app, on paper or as a file; noted with the day's sessions. */
export const reportCommands = {
  /** Counts only: the form that is handed out. */
  'dayReport.giveCounts': note('session'),
  /** With the names of those who came: for internal use. */
  'dayReport.giveNames': note('session'),
} as const;
