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

// For tests: words as long as another language may have them show what is cut.
if (new URLSearchParams(location.search).get('words') === 'pseudo')
  void import('./pseudo.ts').then(({ pseudo }) => {
    for (const [screen, tree] of Object.entries(words)) i18next.addResourceBundle('en-XA', screen, pseudo(tree));
    return i18next.changeLanguage('en-XA');
  });
