import type { Locale } from '@duban/contract/problem-texts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rememberedLocale, rememberLocale } from './languages.ts';

type Words = { readonly words: Readonly<Record<string, object>> };

// One chunk per language, all nouns in it: a language is about 20 kB gzipped and a page never flashes raw keys.
const load: Readonly<Record<Locale, () => Promise<Words>>> = {
  'zh-CN': () => import('./zh-CN.ts'),
  en: () => import('./en.ts'),
};

async function addWords(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'frame')) return;
  const words = (await load[locale]()).words;
  for (const [namespace, bundle] of Object.entries(words)) i18next.addResourceBundle(locale, namespace, bundle);
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
    react: { useSuspense: false },
  });
  await addWords(locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

export async function speak(locale: Locale): Promise<void> {
  await addWords(locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  rememberLocale(locale);
}

/** The language spoken now. */
export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}
