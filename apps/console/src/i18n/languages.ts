import type { Locale } from '@duban/contract/problem-texts';

/** The languages of the console, each under its own name. Chinese comes first and is the one to fall back to. */
export const languages: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: 'zh-CN', name: '中文' },
  { locale: 'en', name: 'English' },
];

const STORE = 'duban.language';

/** The language chosen on this device, else the browser's first that we speak, else Chinese. */
export function preferredLocale(stored: string | null, spoken: readonly string[]): Locale {
  if (stored === 'zh-CN' || stored === 'en') return stored;
  for (const tag of spoken) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

export function rememberedLocale(): Locale {
  return preferredLocale(localStorage.getItem(STORE), navigator.languages);
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(STORE, locale);
}
