import type { UiTexts } from '@duban/ui/texts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The words of the primitives in the language spoken. */
export function useUiTextsOfLanguage(): UiTexts {
  const { t } = useTranslation('frame');
  return useMemo(
    () => ({
      loading: t('state.loading'),
      retry: t('state.retry'),
      errorTitle: t('state.error_title'),
      requestId: (id: string) => t('state.request_id', { id }),
      forbiddenTitle: t('state.forbidden_title'),
      whyNot: t('state.why_not'),
      previousPage: t('pager.previous'),
      nextPage: t('pager.next'),
      firstPage: t('pager.first'),
      zoomIn: t('map.zoom_in'),
      zoomOut: t('map.zoom_out'),
      zoomReset: t('map.zoom_reset'),
      mapHelp: t('map.help'),
      legend: t('map.legend'),
      close: t('close'),
      shortcuts: t('shortcuts'),
    }),
    [t],
  );
}
