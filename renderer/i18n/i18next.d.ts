import 'i18next';
import type { german } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof german;
    returnNull: false;
  }
}
