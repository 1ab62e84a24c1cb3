import type { DirectiveView } from '@duban/contract/directive-view';
import { partsOf, placesToCut, whyNotSplit } from '@duban/mandates/review/split-merge';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';

type Props = {
  readonly item: DirectiveView;
  /** the clean text that the offsets count in */
  readonly text: string;
  readonly isSending: boolean;
  readonly sentence: string | null;
  readonly onSplit: (cuts: number[]) => void;
  readonly onClose: () => void;
};

/** The sentence with a switch at every place where it may be cut, and below it the parts that come of the cuts. */
export function SplitDialog({ item, text, isSending, sentence, onSplit, onClose }: Props) {
  const { t } = useTranslation('mandates');
  const places = placesToCut(text, item);
  const [cuts, setCuts] = useState<readonly number[]>(() => likelyCuts(text, places));
  const toggle = (place: number) =>
    setCuts(cuts.includes(place) ? cuts.filter((cut) => cut !== place) : [...cuts, place]);
  const parts = partsOf(text, item, cuts);
  const edges = [item.start, ...places, item.end];
  return (
    <CommandDialog
      title={t('split.title')}
      lead={t('split.lead')}
      verb={t('split.verb', { count: parts.length })}
      isSending={isSending}
      sentence={sentence}
      whyNot={whyNotSentence(whyNotSplit(item, text, cuts))}
      onClose={onClose}
      onSend={() => onSplit([...cuts])}
    >
      <p className="split-text">
        {edges.slice(1).map((end, i) => {
          const place = edges[i]!;
          return (
            <span key={place}>
              {i > 0 && (
                <button
                  type="button"
                  className="split-cut"
                  aria-pressed={cuts.includes(place)}
                  aria-label={t('split.cut_before', { words: text.slice(place, Math.min(end, place + 8)) })}
                  onClick={() => toggle(place)}
                >
                  <span aria-hidden="true">✂</span>
                </button>
              )}
              {text.slice(place, end)}
            </span>
          );
        })}
      </p>
      <h3>{t('split.parts', { count: parts.length })}</h3>
      <ol className="split-parts">
        {parts.map((part) => (
          <li key={part.start}>{text.slice(part.start, part.end)}</li>
        ))}
      </ol>
    </CommandDialog>
  );
}

/** Where a new sentence or a new semicolon begins, somebody is mostly told something new. */
const likelyCuts = (text: string, places: readonly number[]): number[] =>
  places.filter((place) => '；;。！？'.includes(text[place - 1]!));
