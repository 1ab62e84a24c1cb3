import { Modal, type ModalProps } from 'antd';
import { useEffect, useRef } from 'react';

/**
 * A dialog for one thing to be done: it begins in its first field instead of on its cross, and gives the focus back to
 * what opened it. antd does that only for a dialog that stays in the page when it is closed; ours are there while they
 * are needed.
 */
export function Dialog({ open = true, children, ...props }: Omit<ModalProps, 'footer' | 'destroyOnHidden'>) {
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    return () => {
      // When its record has changed, the button that opened it may be gone with it.
      setTimeout(() => (opener?.isConnected ? opener : document.querySelector<HTMLElement>('main'))?.focus());
    };
  }, []);
  return (
    <Modal
      {...props}
      open={open}
      footer={null}
      destroyOnHidden
      afterOpenChange={(isOpen) => isOpen && beginIn(inside.current)}
    >
      <div ref={inside}>{children}</div>
    </Modal>
  );
}

/** Who was faster than the dialog opened is where he or she wants to be. */
function beginIn(box: HTMLElement | null): void {
  if (!box?.contains(document.activeElement)) firstField(box)?.focus();
}

const firstField = (box: HTMLElement | null): HTMLElement | null | undefined =>
  box?.querySelector<HTMLElement>(
    'input:not([type=hidden], [type=file], [hidden], :disabled), textarea:not([aria-hidden], :disabled)',
  );
