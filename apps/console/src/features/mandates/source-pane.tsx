import { underHeading } from '@duban/mandates/outline/under-heading';
import type { DocumentView } from '@duban/contract/mandates';
import { memo, type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Stretch } from './source-stretch.tsx';
import { cellsOf, type Segment, type SourceLine, sourceLines, tablesAndLines } from './source-segments.ts';
import { useSourceOf } from './use-source-of.ts';

export type SourcePaneProps = {
  readonly document: DocumentView;
  readonly withRepairs: boolean;
  readonly current: string | null;
  readonly hovered: string | null;
  readonly mayReview: boolean;
  readonly onHover: (directiveId: string | null) => void;
  readonly onChoose: (directiveId: string) => void;
  readonly onAcceptUnder: (heading: number) => void;
};

/** The document as it reads after the repairs, with everything that is uncertain in it marked where it stands. */
export function SourcePane(props: SourcePaneProps) {
  const { document, withRepairs, current, hovered, mayReview, onHover, onChoose, onAcceptUnder } = props;
  const { t } = useTranslation('mandates');
  const source = useSourceOf(document);
  const blocks = useMemo(() => tablesAndLines(sourceLines(source, withRepairs)), [source, withRepairs]);
  const titleAt = document.text.indexOf(document.title);
  const waiting = useMemo(() => waitingUnder(document), [document]);
  const idAt = (event: MouseEvent): string | null =>
    (event.target as HTMLElement).closest<HTMLElement>('[data-directive]')?.dataset.directive ?? null;
  return (
    // The cards at the right do the same for the keyboard; the text only mirrors them.
    <div
      className="doc-source"
      role="document"
      aria-label={t('review.source')}
      tabIndex={0}
      onMouseOver={(event) => onHover(idAt(event))}
      onMouseLeave={() => onHover(null)}
      onClick={(event) => {
        const id = idAt(event);
        if (id && window.getSelection()?.isCollapsed !== false) onChoose(id);
      }}
    >
      {blocks.map((block) =>
        'segments' in block ? (
          <Line
            key={block.start}
            line={block}
            isTitle={block.start === titleAt}
            current={current !== null && block.directives.has(current) ? current : null}
            hovered={hovered !== null && block.directives.has(hovered) ? hovered : null}
            waiting={mayReview && block.heading !== null ? (waiting.get(block.heading) ?? 0) : 0}
            onAcceptUnder={onAcceptUnder}
          />
        ) : (
          <Table
            key={block[0]!.start}
            rows={block}
            current={current !== null && block.some((row) => row.directives.has(current)) ? current : null}
            hovered={hovered !== null && block.some((row) => row.directives.has(hovered)) ? hovered : null}
          />
        ),
      )}
    </div>
  );
}

function waitingUnder(document: DocumentView): ReadonlyMap<number, number> {
  const proposed = document.items.filter((item) => item.state === 'proposed');
  return new Map(
    document.outline.map((_, i) => {
      const span = underHeading(document.outline, i, document.text.length);
      return [i, span ? proposed.filter((item) => item.start >= span.start && item.start < span.end).length : 0];
    }),
  );
}

type LineProps = {
  readonly line: SourceLine;
  /** the directive that is looked at, when it has a part in this line */
  readonly current: string | null;
  readonly hovered: string | null;
  readonly waiting: number;
  readonly isTitle: boolean;
  readonly onAcceptUnder: (heading: number) => void;
};

const Line = memo(function Line({ line, waiting, isTitle, current, hovered, onAcceptUnder }: LineProps) {
  const { t } = useTranslation('mandates');
  const text = stretchesOf(line.segments, current, hovered);
  const button = waiting > 0 && (
    <button type="button" className="doc-accept-under ui-no-print" onClick={() => onAcceptUnder(line.heading!)}>
      {t('review.accept_under', { count: waiting })}
    </button>
  );
  if (isTitle) return <p className="doc-title">{text}</p>;
  return line.isHeadingOnly ? (
    <div className="doc-heading-line">
      <h2>{text}</h2>
      {button}
    </div>
  ) : (
    <div className="doc-line">
      <p>{text}</p>
      {button}
    </div>
  );
});

function stretchesOf(segments: readonly Segment[], current: string | null, hovered: string | null) {
  return segments.map((segment) => (
    <Stretch
      key={`${segment.start}-${segment.end}`}
      segment={segment}
      isCurrent={current !== null && segment.directives.includes(current)}
      isHovered={hovered !== null && segment.directives.includes(hovered)}
    />
  ));
}

type TableProps = {
  readonly rows: readonly SourceLine[];
  readonly current: string | null;
  readonly hovered: string | null;
};

/** A table of the document. Its first row names the columns. */
const Table = memo(function Table({ rows: [head, ...rows], current, hovered }: TableProps) {
  const { t } = useTranslation('mandates');
  return (
    // it may be wider than the pane: then it is scrolled, also by keyboard
    <div className="doc-table-box" tabIndex={0} role="region" aria-label={t('review.table')}>
      <table className="doc-table">
        <thead>
          <tr>
            {cellsOf(head!).map((cell, i) => (
              <th key={i} scope="col">
                {stretchesOf(cell, current, hovered)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.start}>
              {cellsOf(row).map((cell, i) => (
                <td key={i}>{stretchesOf(cell, current, hovered)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
