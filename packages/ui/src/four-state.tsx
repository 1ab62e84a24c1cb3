import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useUiTexts } from './texts.tsx';

/** What a page needs to know of a query; TanStack Query's result fits. */
export type QueryLike<T> = {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isFetching?: boolean;
  readonly refetch?: () => unknown;
};

/** An error as the page tells it: a sentence, and the number to give to the administrator. */
export type ErrorWords = {
  readonly sentence: string;
  readonly requestId?: string;
  readonly kind: 'forbidden' | 'failed';
};

export type FourStateProps<T> = {
  readonly query: QueryLike<T>;
  readonly wordsOf: (error: unknown) => ErrorWords;
  /** when the data hold nothing to show; with it, `empty` is shown instead of the children */
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: ReactNode;
  /** lines of the loading skeleton */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
};

/**
 * Loading, empty, error, forbidden or full: the page is always in one of them, and says which. Data that were shown
 * stay on the page while they are fetched again; an error of such a second fetch is told above them.
 */
export function FourState<T>({ query, wordsOf, isEmpty, empty, rows = 6, children }: FourStateProps<T>) {
  const texts = useUiTexts();
  if (query.data !== undefined) {
    const words = query.error ? wordsOf(query.error) : null;
    return (
      <>
        {words && <ErrorPanel words={words} onRetry={query.refetch} />}
        {isEmpty?.(query.data) ? empty : children(query.data)}
      </>
    );
  }
  if (query.error) return <ErrorPanel words={wordsOf(query.error)} onRetry={query.refetch} />;
  return (
    <div role="status" aria-live="polite" className="ui-loading">
      <span className="ui-hidden">{texts.loading}</span>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}

export function ErrorPanel({ words, onRetry }: { words: ErrorWords; onRetry?: (() => unknown) | undefined }) {
  const texts = useUiTexts();
  return (
    <div role="alert" className={`ui-notice ui-notice-${words.kind === 'forbidden' ? 'amber' : 'red'}`}>
      <strong>{words.kind === 'forbidden' ? texts.forbiddenTitle : texts.errorTitle}</strong>
      <p>{words.sentence}</p>
      {words.requestId && <p className="ui-faint">{texts.requestId(words.requestId)}</p>}
      {words.kind !== 'forbidden' && onRetry && (
        <Button size="small" onClick={() => void onRetry()}>
          {texts.retry}
        </Button>
      )}
    </div>
  );
}

/** Teaches the next step instead of only saying that there is nothing. */
export function EmptyPanel({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="ui-empty">
      <svg width="64" height="48" viewBox="0 0 64 48" aria-hidden="true">
        <rect x="8" y="6" width="48" height="36" rx="4" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M16 18h20M16 26h32M16 34h14" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <h2>{title}</h2>
      {children && <div className="ui-empty-body">{children}</div>}
      {action}
    </div>
  );
}
