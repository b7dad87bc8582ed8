/** Languages of the staff screens, each by its own name. */
export const languages = [
  { code: 'de', name: 'Deutsch' },
  { code: 'en', name: 'English' },
] as const;
