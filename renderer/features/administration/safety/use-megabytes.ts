import { useTranslation } from 'react-i18next';

/** Bytes as millions of bytes, as the language writes them; nothing is smaller than 0.1. */
export function useMegabytes(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) =>
    Math.max(0.1, bytes / 1_000_000).toLocaleString(i18n.language, { maximumFractionDigits: 1 });
}
