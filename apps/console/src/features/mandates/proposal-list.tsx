import type { DirectiveView } from '@duban/contract/directive-view';
import type { Refusal } from '@duban/kit/refusal';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProposalCard, type ProposalCardProps } from './proposal-card.tsx';

type Props = Pick<ProposalCardProps, 'mayReview' | 'onHover' | 'onChoose' | 'onShowSource' | 'onDeed'> & {
  readonly all: readonly DirectiveView[];
  readonly shown: readonly DirectiveView[];
  readonly doubts: ReadonlyMap<string, readonly Refusal[]>;
  readonly current: string | null;
  readonly hovered: string | null;
  readonly onMove: (step: 1 | -1) => void;
};

/** The directives at the right, in the order of the text. The arrows go on to the next one, as j and k do everywhere. */
export function ProposalList({ all, shown, doubts, current, hovered, onMove, ...card }: Props) {
  const { t } = useTranslation('mandates');
  const numbers = new Map(all.map((item, i) => [item.id, i + 1]));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    onMove(event.key === 'ArrowDown' ? 1 : -1);
  };
  if (shown.length === 0)
    return <p className="ui-faint">{t(all.length === 0 ? 'review.none' : 'review.none_of_filter')}</p>;
  return (
    <ol className="proposals" onKeyDown={onKeyDown}>
      {shown.map((item) => (
        <ProposalCard
          key={item.id}
          item={item}
          number={numbers.get(item.id)!}
          doubts={doubts.get(item.id)}
          isCurrent={item.id === current}
          isHovered={item.id === hovered}
          canMerge={isOpen(item) && isOpen(all[numbers.get(item.id)!])}
          {...card}
        />
      ))}
    </ol>
  );
}

const isOpen = (item: DirectiveView | undefined): boolean =>
  item !== undefined && item.state !== 'sent' && item.state !== 'carried';
