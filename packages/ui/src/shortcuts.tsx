import { useEffect, useRef } from 'react';

export type Shortcut = {
  /** as `KeyboardEvent.key`, for example `j`, `/`, `Enter` */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
};

/** The keys of everything that is shown, the innermost last: a page's `?` comes before the frame's. */
const shown: { readonly current: readonly Shortcut[] }[] = [];

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || document.querySelector('[aria-modal="true"]')) return;
  const found = shown.toReversed().flatMap(({ current }) => current.find(({ key }) => key === event.key) ?? [])[0];
  if (!found) return;
  if (event.key === 'Enter' && isPressable(event.target)) return;
  event.preventDefault();
  found.run();
}

/**
 * Single-key shortcuts of the page that is shown. They rest while the person types, while a dialog is open and while
 * a modifier is held (WCAG 2.1.4: the person can always leave the field they interfere with).
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (shown.push(latest) === 1) document.addEventListener('keydown', onKey);
    return () => {
      shown.splice(shown.indexOf(latest), 1);
      if (shown.length === 0) document.removeEventListener('keydown', onKey);
    };
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a,button,[role="button"],[role="option"]') !== null;
}

/** The list of keys as shown in the help. */
export function ShortcutList({ shortcuts }: { shortcuts: readonly Pick<Shortcut, 'key' | 'label'>[] }) {
  return (
    <dl className="ui-keys">
      {shortcuts.map((shortcut) => (
        <div key={shortcut.key}>
          <dt>
            <kbd>{shortcut.key === 'Enter' ? '↵' : shortcut.key}</kbd>
          </dt>
          <dd>{shortcut.label}</dd>
        </div>
      ))}
    </dl>
  );
}
