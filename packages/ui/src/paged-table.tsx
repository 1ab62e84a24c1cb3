import { type ReactNode, useState } from 'react';
import { type Column, DataTable, type RowSelection } from './data-table.tsx';
import { type ErrorWords, FourState, type QueryLike } from './four-state.tsx';
import { KeysetPager } from './keyset-pager.tsx';

/** The way through a list that is paged by key. Such a list knows no “previous”; the reader does. */
export type Way = {
  /** the cursor of the page that is shown; undefined: the first */
  readonly after: string | undefined;
  readonly hasPrevious: boolean;
  readonly first: () => void;
  readonly previous: () => void;
  readonly next: (cursor: string) => void;
};

/** A way that begins anew with every visit of the page. */
export function useWay(): Way {
  const [way, setWay] = useState<readonly string[]>([]);
  return {
    after: way.at(-1),
    hasPrevious: way.length > 0,
    first: () => setWay([]),
    previous: () => setWay(way.slice(0, -1)),
    next: (cursor) => setWay([...way, cursor]),
  };
}

const cameFrom = new Map<string, string | undefined>();

/** A way whose page stands in the address, so that it can be shared and come back to. */
export function wayInAddress(after: string | undefined, go: (to: string | undefined) => void): Way {
  return {
    after,
    hasPrevious: after !== undefined,
    first: () => go(undefined),
    previous: () => go(cameFrom.get(after ?? '')),
    next: (cursor) => {
      cameFrom.set(cursor, after);
      go(cursor);
    },
  };
}

export type PagedTableProps<Page, Row> = {
  readonly query: QueryLike<Page>;
  readonly wordsOf: (error: unknown) => ErrorWords;
  readonly rowsOf: (page: Page) => readonly Row[];
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly selection?: (page: Page) => RowSelection | undefined;
  readonly way: Way;
  /** for example “25 on this page” */
  readonly note: (count: number) => string;
  readonly empty: ReactNode;
  /** lines of the loading skeleton */
  readonly lines?: number;
};

/** A list of rows in all its states, page by page. */
export function PagedTable<Page extends { readonly next: string | null }, Row>(props: PagedTableProps<Page, Row>) {
  const { query, wordsOf, rowsOf, caption, columns, rowKey, selection, way, note, empty, lines = 8 } = props;
  return (
    <FourState query={query} wordsOf={wordsOf} rows={lines} isEmpty={(page) => rowsOf(page).length === 0} empty={empty}>
      {(page) => {
        const chosen = selection?.(page);
        return (
          <>
            <DataTable
              caption={caption}
              columns={columns}
              rows={rowsOf(page)}
              rowKey={rowKey}
              {...(chosen ? { selection: chosen } : {})}
            />
            <KeysetPager
              note={note(rowsOf(page).length)}
              hasPrevious={way.hasPrevious}
              hasNext={page.next !== null}
              onFirst={way.first}
              onPrevious={way.previous}
              onNext={() => way.next(page.next!)}
            />
          </>
        );
      }}
    </FourState>
  );
}
