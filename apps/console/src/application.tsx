import { themeOf } from '@duban/ui/tokens';
import { UiTextsProvider } from '@duban/ui/texts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from './data/query-client.ts';
import { antdLocale } from './frame/antd-locale.ts';
import { applyRememberedType, useLargeType } from './frame/preferences.tsx';
import { useUiTextsOfLanguage } from './frame/ui-texts.ts';
import { router } from './routes/router.ts';

applyRememberedType();

/** Everything that a page may count on: words, theme, cache, routes. */
export function Application() {
  const { i18n } = useTranslation();
  const large = useLargeType();
  const theme = useMemo(() => themeOf({ large }), [large]);
  return (
    <ConfigProvider
      theme={theme}
      locale={antdLocale(i18n.language)}
      button={{ autoInsertSpace: false }}
      getPopupContainer={landmarkOf}
    >
      <App>
        <UiTextsProvider value={useUiTextsOfLanguage()}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </UiTextsProvider>
      </App>
    </ConfigProvider>
  );
}

/**
 * What opens beside a control belongs to the same dialog or landmark, so that who jumps from part to part finds it. In a
 * dialog that is its inner box: the outer one lets clicks through.
 */
const landmarkOf = (trigger?: HTMLElement): HTMLElement =>
  trigger?.closest<HTMLElement>('[role=dialog] > div, main, header') ?? document.body;
