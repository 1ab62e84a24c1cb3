import type { DocumentView } from '@duban/contract/mandates';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Segment, SourceMark } from './source-segments.ts';

type StretchProps = { readonly segment: Segment; readonly isCurrent: boolean; readonly isHovered: boolean };

/** A stretch of the text in one look, with what is known about it when one points at it. */
export function Stretch({ segment, isCurrent, isHovered }: StretchProps) {
  const { t } = useTranslation('mandates');
  const { directives, marks } = segment;
  const classes = [
    directives.length > 0 && 'doc-directive',
    isCurrent && 'doc-current',
    isHovered && 'doc-hovered',
    ...marks.map((mark) => `doc-${mark.kind}`),
    marks.some((mark) => mark.kind === 'repair' && mark.isWaiting) && 'doc-proposed-repair',
  ].filter(Boolean);
  const telling = marks.map((mark) => tellMark(mark, t)).join(t('list_semicolon'));
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
      return tellRepair(mark, t);
    case 'unknown':
      return t(`mark.unknown_${mark.what}`);
    case 'contradiction':
      return tellContradiction({ kind: mark.what, stated: mark.stated, computed: mark.computed }, t);
    case 'gap':
      return tellGap(mark.gap, t);
    case 'quantity':
      return tellQuantity(mark.quantity, t);
  }
}

function tellRepair(mark: Extract<SourceMark, { kind: 'repair' }>, t: Tell): string {
  const values = { before: mark.before, after: mark.after || '∅' };
  if (mark.isWaiting) return t('mark.repair_proposed', values);
  return mark.applied ? t('mark.repaired', values) : t('mark.taken_back', values);
}

export function tellContradiction(
  { kind, stated, computed }: Pick<DocumentView['contradictions'][number], 'kind' | 'stated' | 'computed'>,
  t: Tell,
): string {
  return t(`contradiction.${kind}`, { stated, computed, defaultValue: t('mark.contradiction', { stated, computed }) });
}

export function tellGap({ kind, missing, total, shown, unit }: DocumentView['gaps'][number], t: Tell): string {
  if (missing === null) return t('mark.gap_unknown');
  if (unit === 'pages') return t('mark.gap_pages', { missing, total: total ?? '?' });
  return kind === 'omitted'
    ? t('mark.gap_omitted', { missing })
    : t('mark.gap_truncated', { missing, total: total ?? '?', shown: shown ?? '?' });
}

function tellQuantity({ kind, subject, value, unit, qualifier }: DocumentView['quantities'][number], t: Tell): string {
  const amount = value === null ? t('mark.quantity_hidden') : `${value}${unit}`;
  return [t(`quantity_kind.${kind}`), subject, amount, qualifier].filter(Boolean).join(' · ');
}

/** What stands in the text where nothing is left to mark. */
function chipOf(mark: SourceMark, t: Tell): string {
  if (mark.kind === 'gap') return `〔${tellGap(mark.gap, t)}〕`;
  if (mark.kind === 'unknown') return '〔?〕';
  return '';
}
