import { Button, type ButtonProps, Tooltip } from 'antd';
import { type ReactNode, useId } from 'react';

export type WhyNotButtonProps = Omit<ButtonProps, 'disabled'> & {
  /** the sentence that says why this cannot be done now and what to do instead; null when it can be done */
  readonly whyNot: string | null;
  readonly children: ReactNode;
};

/**
 * A button that says why it refuses before it is pressed. It looks disabled but keeps the focus and its description
 * (a disabled element would hide both from keyboard and screen reader), and pressing it shows the sentence.
 */
export function WhyNotButton({ whyNot, children, onClick, type, danger, ...rest }: WhyNotButtonProps) {
  const id = useId();
  if (whyNot === null) {
    return (
      <Button {...rest} onClick={onClick} type={type} danger={danger}>
        {children}
      </Button>
    );
  }
  return (
    <>
      <Tooltip title={whyNot} trigger={['hover', 'focus', 'click']}>
        <Button {...rest} className={`ui-refused ${rest.className ?? ''}`} aria-disabled="true" aria-describedby={id}>
          {children}
        </Button>
      </Tooltip>
      <span id={id} className="ui-hidden">
        {whyNot}
      </span>
    </>
  );
}

/** A word with its explanation behind a question mark, reachable by keyboard. */
export function Explained({ children, meaning }: { children: ReactNode; meaning: string }) {
  const id = useId();
  return (
    <span className="ui-explained">
      {children}
      <Tooltip title={meaning} trigger={['hover', 'focus', 'click']}>
        <button type="button" className="ui-question" aria-describedby={id} aria-label="?">
          <span aria-hidden="true">?</span>
        </button>
      </Tooltip>
      <span id={id} className="ui-hidden">
        {meaning}
      </span>
    </span>
  );
}
