import type { DocumentView } from '@duban/contract/mandates';
import type { Shortcut } from '@duban/ui/shortcuts';
import { DiscardDialog } from './discard-dialog.tsx';
import { EditDirectiveDialog } from './edit-directive-dialog.tsx';
import { FactsDialog } from './facts-dialog.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { KeysOverlay } from './keys-overlay.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { RepairsDrawer } from './repairs-drawer.tsx';
import { SendDialog } from './send-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { useReview } from './use-review.ts';

export type ReviewDialog =
  | { readonly kind: 'edit' | 'reject' | 'split'; readonly id: string }
  | { readonly kind: 'send' | 'discard' | 'repairs' | 'facts' | 'history' | 'keys' };

type Props = {
  readonly dialog: ReviewDialog | null;
  readonly document: DocumentView;
  readonly review: ReturnType<typeof useReview>;
  readonly mayReview: boolean;
  readonly keys: readonly Shortcut[];
  readonly onMoved: () => void;
  readonly onChoose: (directiveId: string) => void;
  readonly onShowPlace: (start: number) => void;
  readonly onClose: () => void;
};

/** The dialog of the review that is open, if one is. */
export function ReviewDialogs(props: Props) {
  const { dialog, document, review, mayReview, keys, onMoved, onChoose, onShowPlace, onClose } = props;
  if (!dialog) return null;
  const item = 'id' in dialog ? document.items.find(({ id }) => id === dialog.id) : undefined;
  switch (dialog.kind) {
    case 'edit':
      return item ? <EditDirectiveDialog document={document} item={item} onClose={onClose} /> : null;
    case 'reject':
      return item ? (
        <RejectDialog
          item={item}
          onClose={onClose}
          onReject={(reason) => {
            void review.reject(item.id, reason);
            onClose();
            onMoved();
          }}
        />
      ) : null;
    case 'split':
      return item ? (
        <SplitDialog
          item={item}
          text={document.text}
          isSending={review.isSending}
          sentence={review.sentence}
          onClose={onClose}
          onSplit={(cuts) =>
            void review.split(item.id, cuts).then((step) => {
              if (!step) return;
              onClose();
              onChoose(step.directiveIds[0]!);
            })
          }
        />
      ) : null;
    case 'send':
      return <SendDialog document={document} onClose={onClose} />;
    case 'discard':
      return <DiscardDialog document={document} onClose={onClose} />;
    case 'facts':
      return <FactsDialog document={document} onClose={onClose} />;
    case 'history':
      return <HistoryDrawer document={document} onClose={onClose} />;
    case 'keys':
      return <KeysOverlay keys={keys} onClose={onClose} />;
    case 'repairs':
      return (
        <RepairsDrawer
          document={document}
          mayReview={mayReview}
          isSending={review.isSending}
          sentence={review.sentence}
          onDecide={(repairId, applied) => void review.decideRepair(repairId, applied)}
          onShow={(start) => {
            onClose();
            onShowPlace(start);
          }}
          onClose={onClose}
        />
      );
  }
}
