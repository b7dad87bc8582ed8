/** `1800 ab57 707b 67b7`: how ids of keys and computers are read out. */
export const shownKey = (id: string): string => id.replace(/(.{4})(?=.)/g, '$1 ');
