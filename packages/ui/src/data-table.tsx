import type { ReactNode } from 'react';
import { Checkbox } from 'antd';

export type Column<Row> = {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** numbers and dates stand at the end of their cell */
  readonly align?: 'start' | 'end';
  /** CSS width, for example `9em`; the rest is shared */
  readonly width?: string;
  /** names and words that are better not broken; a wide list scrolls instead */
  readonly isShort?: boolean;
  /** the column that names the row; on a phone it is the head of the card */
  readonly isHead?: boolean;
};

export type RowSelection = {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  readonly labelAll: string;
  readonly labelRow: (key: string) => string;
};

export type DataTableProps<Row> = {
  /** what the table lists, for a screen reader */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selection?: RowSelection;
};

/**
 * A dense table of one page of rows: a plain `<table>`, so that it prints, copies into a spreadsheet and is read
 * aloud as one. Below 640 px every row becomes a card with its labels.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, selection }: DataTableProps<Row>) {
  const keys = rows.map(rowKey);
  const chosen = selection ? keys.filter((key) => selection.selected.has(key)).length : 0;
  function toggle(key: string, on: boolean) {
    if (!selection) return;
    const next = new Set(selection.selected);
    if (on) next.add(key);
    else next.delete(key);
    selection.onChange(next);
  }
  return (
    <div className="ui-table-box">
      <table className="ui-table">
        <caption className="ui-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="ui-table-check">
                <Checkbox
                  aria-label={selection.labelAll}
                  checked={chosen > 0 && chosen === keys.length}
                  indeterminate={chosen > 0 && chosen < keys.length}
                  onChange={(event) => selection.onChange(new Set(event.target.checked ? keys : []))}
                />
              </th>
            )}
            {columns.map((column) =>
              column.title === '' ? (
                // a column of buttons: each says what it does, there is nothing to head
                <td key={column.key} />
              ) : (
                <th
                  key={column.key}
                  scope="col"
                  className={classOf(column)}
                  style={column.width ? { width: column.width } : undefined}
                >
                  {column.title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const key = keys[at]!;
            return (
              <tr key={key} data-row={key}>
                {selection && (
                  <td className="ui-table-check">
                    <Checkbox
                      aria-label={selection.labelRow(key)}
                      checked={selection.selected.has(key)}
                      onChange={(event) => toggle(key, event.target.checked)}
                    />
                  </td>
                )}
                {columns.map((column) =>
                  column.isHead ? (
                    <th key={column.key} scope="row" className="ui-table-head">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.key} className={classOf(column)}>
                      <span className="ui-table-label" aria-hidden="true">
                        {column.title}
                      </span>
                      <div className="ui-table-value">{column.cell(row)}</div>
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function classOf({ align, isShort }: Pick<Column<never>, 'align' | 'isShort'>): string | undefined {
  return align === 'end' ? 'ui-end' : isShort ? 'ui-table-short' : undefined;
}

/**
 * Moves the focus to the link that heads the next or previous row (keys j and k), from wherever it is. Enter then
 * opens the row as with any link.
 */
export function focusNeighbourRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('.ui-table tbody .ui-table-head a')];
  if (links.length === 0) return;
  const here = document.activeElement?.closest('tr');
  const at = links.findIndex((link) => link.closest('tr') === here);
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
  links[next]!.focus();
}
