import { Button } from 'antd';
import { useUiTexts } from './texts.tsx';

export type KeysetPagerProps = {
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly onFirst: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  /** for example “25 on this page” */
  readonly note?: string;
};

/**
 * Forward and back through a list that is paged by key. There is deliberately no page number and no total: both
 * would cost a count over the whole table, and a page number moves under the reader while others work.
 */
export function KeysetPager({ hasPrevious, hasNext, onFirst, onPrevious, onNext, note }: KeysetPagerProps) {
  const texts = useUiTexts();
  if (!hasPrevious && !hasNext && !note) return null;
  return (
    <nav className="ui-pager ui-no-print" aria-label={`${texts.previousPage} / ${texts.nextPage}`}>
      <span className="ui-faint">{note}</span>
      <Button size="small" disabled={!hasPrevious} onClick={onFirst}>
        {texts.firstPage}
      </Button>
      <Button size="small" disabled={!hasPrevious} onClick={onPrevious}>
        {texts.previousPage}
      </Button>
      <Button size="small" disabled={!hasNext} onClick={onNext}>
        {texts.nextPage}
      </Button>
    </nav>
  );
}
