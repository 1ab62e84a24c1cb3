import type { Locale } from '@duban/contract/problem-texts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rememberedLocale, rememberLocale } from './languages.ts';

type Words = { readonly words: Readonly<Record<string, object>> };

// Two chunks per language: what the first picture says, and the nouns of all other pages, which those wait for (see
// `routes/lazy-page.ts`), so that none ever flashes a raw key.
const first: Readonly<Record<Locale, () => Promise<Words>>> = {
  'zh-CN': () => import('./zh-CN.ts'),
  en: () => import('./en.ts'),
};
const pages: Readonly<Record<Locale, () => Promise<Words>>> = {
  'zh-CN': () => import('./zh-CN-pages.ts'),
  en: () => import('./en-pages.ts'),
};

async function addWords(locale: Locale, load: () => Promise<Words>): Promise<void> {
  const { words } = await load();
  for (const [namespace, bundle] of Object.entries(words)) {
    if (!i18next.hasResourceBundle(locale, namespace)) i18next.addResourceBundle(locale, namespace, bundle);
  }
}

/** The words of all pages, in the language spoken. */
export function wordsOfPages(locale: Locale = currentLocale()): Promise<void> {
  return addWords(locale, pages[locale]);
}

export async function startI18n(): Promise<void> {
  const locale = rememberedLocale();
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: {},
    ns: [],
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    // What is shown already is told again when the words of its page arrive.
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  await addWords(locale, first[locale]);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

export async function speak(locale: Locale): Promise<void> {
  await Promise.all([addWords(locale, first[locale]), wordsOfPages(locale)]);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  rememberLocale(locale);
}

/** The language spoken now. */
export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}
