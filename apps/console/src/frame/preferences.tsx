import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../i18n/languages.ts';
import { speak } from '../i18n/setup.ts';

const LARGE = 'duban.large-type';
const listeners = new Set<() => void>();

function isLarge(): boolean {
  return localStorage.getItem(LARGE) === 'yes';
}

function setLarge(large: boolean): void {
  localStorage.setItem(LARGE, large ? 'yes' : 'no');
  document.documentElement.dataset.type = large ? 'large' : 'normal';
  for (const listener of listeners) listener();
}

/** Large type 大字, remembered on this device. */
export function useLargeType(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isLarge);
}

export function applyRememberedType(): void {
  document.documentElement.dataset.type = isLarge() ? 'large' : 'normal';
}

/** Offers the other languages under their own names. */
export function LanguageSwitch() {
  const { i18n, t } = useTranslation('frame');
  return (
    <>
      {languages
        .filter(({ locale }) => locale !== i18n.language)
        .map(({ locale, name }) => (
          <Button
            key={locale}
            type="text"
            size="small"
            lang={locale}
            title={t('language')}
            onClick={() => void speak(locale)}
          >
            {name}
          </Button>
        ))}
    </>
  );
}

export function LargeTypeSwitch() {
  const { t } = useTranslation('frame');
  const large = useLargeType();
  return (
    <Button type="text" size="small" aria-pressed={large} onClick={() => setLarge(!large)}>
      {large ? t('normal_type') : t('large_type')}
    </Button>
  );
}
