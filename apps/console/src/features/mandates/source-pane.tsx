import type { DocumentView } from '@duban/contract/mandates';
import { underHeading } from '@duban/mandates/outline/under-heading';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { memo, type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  cellsOf,
  type Segment,
  type SourceLine,
  type SourceMark,
  sourceLines,
  tablesAndLines,
} from './source-segments.ts';

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
  const { document, withRepairs, onHover, onChoose } = props;
  const { t } = useTranslation('mandates');
  const blocks = useMemo(() => tablesAndLines(sourceLines(document, withRepairs)), [document, withRepairs]);
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
            {...props}
            waiting={block.heading === null ? 0 : (waiting.get(block.heading) ?? 0)}
          />
        ) : (
          <Table key={block[0]!.start} rows={block} current={props.current} hovered={props.hovered} />
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

type LineProps = Pick<SourcePaneProps, 'current' | 'hovered' | 'mayReview' | 'onAcceptUnder'> & {
  readonly line: SourceLine;
  readonly waiting: number;
  readonly isTitle: boolean;
};

const Line = memo(function Line({ line, waiting, isTitle, current, hovered, mayReview, onAcceptUnder }: LineProps) {
  const { t } = useTranslation('mandates');
  const text = stretchesOf(line.segments, current, hovered);
  const button = mayReview && waiting > 0 && line.heading !== null && (
    <Button size="small" className="doc-accept-under" onClick={() => onAcceptUnder(line.heading!)}>
      {t('review.accept_under', { count: waiting })}
    </Button>
  );
  if (isTitle) return <p className="doc-title">{text}</p>;
  return line.isHeadingOnly ? (
    <div className="doc-heading-line">
      <h2>{text}</h2>
      {button}
    </div>
  ) : (
    <div>
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
  return (
    <div className="doc-table-box">
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

function Stretch({ segment, isCurrent, isHovered }: { segment: Segment; isCurrent: boolean; isHovered: boolean }) {
  const { t } = useTranslation('mandates');
  const { directives, marks } = segment;
  const classes = [
    directives.length > 0 && 'doc-directive',
    isCurrent && 'doc-current',
    isHovered && 'doc-hovered',
    ...marks.map((mark) => `doc-${mark.kind}`),
    marks.some((mark) => mark.kind === 'repair' && !mark.applied) && 'doc-proposed-repair',
  ].filter(Boolean);
  const telling = marks.map((mark) => tellMark(mark, t)).join('；');
  const shown = segment.text === '' ? marks.map((mark) => chipOf(mark, t)).join(' ') : segment.text;
  return (
    <span
      className={classes.join(' ') || undefined}
      data-start={segment.start}
      data-empty={segment.text === '' || undefined}
      data-directive={directives.at(-1)}
      title={telling || undefined}
    >
      {shown}
    </span>
  );
}

type Tell = TFunction<'mandates'>;

function tellMark(mark: SourceMark, t: Tell): string {
  switch (mark.kind) {
    case 'repair':
      return t(mark.applied ? 'mark.repaired' : 'mark.repair_proposed', {
        before: mark.before,
        after: mark.after || '∅',
      });
    case 'unknown':
      return t(`mark.unknown_${mark.what}`);
    case 'contradiction':
      return t('mark.contradiction', { stated: mark.stated, computed: mark.computed });
    case 'gap':
      return tellGap(mark.gap, t);
  }
}

export function tellGap({ kind, missing, total, shown, unit }: DocumentView['gaps'][number], t: Tell): string {
  if (missing === null) return t('mark.gap_unknown');
  if (unit === 'pages') return t('mark.gap_pages', { missing, total: total ?? '?' });
  return kind === 'omitted'
    ? t('mark.gap_omitted', { missing })
    : t('mark.gap_truncated', { missing, total: total ?? '?', shown: shown ?? '?' });
}

/** What stands in the text where nothing is left to mark. */
function chipOf(mark: SourceMark, t: Tell): string {
  if (mark.kind === 'gap') return `〔${tellGap(mark.gap, t)}〕`;
  if (mark.kind === 'unknown') return '〔?〕';
  return '';
}
