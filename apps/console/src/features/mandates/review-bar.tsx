import type { DocumentView } from '@duban/contract/mandates';
import { Button, Checkbox, Progress, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filteredItems, type ItemFilter, itemFilters } from './reviewed-items.ts';
import { SourceLegend } from './source-legend.tsx';

type Props = {
  readonly document: DocumentView;
  readonly progress: { readonly decided: number; readonly total: number };
  readonly doubts: Parameters<typeof filteredItems>[2];
  readonly filter: ItemFilter;
  readonly side: 'source' | 'items';
  readonly withRepairs: boolean;
  readonly mayReview: boolean;
  readonly hasSelection: boolean;
  readonly onFilter: (filter: ItemFilter) => void;
  readonly onSide: (side: 'source' | 'items') => void;
  readonly onRepairs: (shown: boolean) => void;
  readonly onAdd: () => void;
  readonly onAcceptAll: () => void;
  readonly onKeys: () => void;
};

/** How far the review is, what is shown of it, and what can be done at once. */
export function ReviewBar(props: Props) {
  const { document, progress, doubts, filter, side, withRepairs, mayReview, hasSelection } = props;
  const { t } = useTranslation('mandates');
  const [withLegend, setWithLegend] = useState(false);
  const { items } = document;
  const waiting = progress.total - progress.decided;
  const percent = progress.total === 0 ? 100 : Math.floor((progress.decided * 100) / progress.total);
  return (
    <>
      <div className="review-bar ui-no-print">
        <span className="review-progress">
          <Progress percent={percent} showInfo={false} size="small" aria-label={t('review.progress_name')} />
          {t('review.progress', { ...progress })}
        </span>
        <Segmented<'source' | 'items'>
          className="review-sides"
          aria-label={t('review.side')}
          value={side}
          options={[
            { value: 'source', label: t('review.source') },
            { value: 'items', label: t('review.items', { count: items.length }) },
          ]}
          onChange={props.onSide}
        />
        <Select<ItemFilter>
          aria-label={t('review.filter')}
          value={filter}
          popupMatchSelectWidth={false}
          options={itemFilters.map((value) => ({
            value,
            label: `${t(`filter.${value}`)} ${filteredItems(items, value, doubts).length}`,
          }))}
          onChange={props.onFilter}
        />
        {mayReview && waiting > 0 && (
          <Button size="small" onClick={props.onAcceptAll}>
            {t('review.accept_all')}
          </Button>
        )}
        {mayReview && (
          <Button size="small" disabled={!hasSelection} onClick={props.onAdd}>
            {hasSelection ? t('review.add_selected') : t('review.add_hint')}
          </Button>
        )}
        <Checkbox checked={withRepairs} onChange={(event) => props.onRepairs(event.target.checked)}>
          {t('review.show_repairs', { count: document.repairs.length })}
        </Checkbox>
        <Checkbox checked={withLegend} onChange={(event) => setWithLegend(event.target.checked)}>
          {t('legend.title')}
        </Checkbox>
        <button type="button" className="proposal-deed review-keys" onClick={props.onKeys}>
          {t('review.keys')}
        </button>
      </div>
      {withLegend && <SourceLegend />}
    </>
  );
}
