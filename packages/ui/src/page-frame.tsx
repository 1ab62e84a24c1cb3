import { type ReactNode, useEffect, useRef } from 'react';

export type PageFrameProps = {
  readonly title: ReactNode;
  /** one sentence: the question that this page answers */
  readonly lead?: ReactNode;
  /** buttons at the right of the title */
  readonly actions?: ReactNode;
  /** lights and tags beside the title */
  readonly marks?: ReactNode;
  readonly children: ReactNode;
};

/** Title, actions and content of one page. The title takes the focus once, so that a screen reader says where one is. */
export function PageFrame({ title, lead, actions, marks, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="ui-page">
      <header className="ui-page-head">
        <div className="ui-page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {marks}
          {lead && <p className="ui-page-lead">{lead}</p>}
        </div>
        {actions && <div className="ui-page-actions ui-no-print">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A titled part of a page. */
export function Panel({
  title,
  extra,
  children,
  className,
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={`ui-panel ${className ?? ''}`}>
      {title && (
        <div className="ui-panel-head">
          <h2>{title}</h2>
          {extra}
        </div>
      )}
      {children}
    </section>
  );
}

/** A number that opens the list it was counted from. */
export function Figure({ value, label, note }: { value: ReactNode; label: ReactNode; note?: ReactNode }) {
  return (
    <div className="ui-figure">
      <div className="ui-figure-value">{value}</div>
      <div className="ui-figure-label">{label}</div>
      {note && <div className="ui-figure-note">{note}</div>}
    </div>
  );
}
