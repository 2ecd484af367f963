import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { words } from './en/words.ts';

export { i18next };

void i18next.use(initReactI18next).init({
  lng: 'en',
  defaultNS: 'common',
  fallbackLng: 'en',
  resources: { en: words },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  returnNull: false,
});
