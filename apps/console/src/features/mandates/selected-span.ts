import { useEffect, useState } from 'react';

export type SelectedSpan = { readonly start: number; readonly end: number; readonly text: string };

/** What is selected in the source, as offsets of the clean text; null when nothing is. */
export function useSelectedSpan(): SelectedSpan | null {
  const [span, setSpan] = useState<SelectedSpan | null>(null);
  useEffect(() => {
    const read = () => setSpan(selectedSpan(window.getSelection()));
    window.document.addEventListener('selectionchange', read);
    return () => window.document.removeEventListener('selectionchange', read);
  }, []);
  return span;
}

function selectedSpan(selection: Selection | null): SelectedSpan | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const start = offsetOf(startContainer, startOffset);
  const end = offsetOf(endContainer, endOffset);
  const text = selection.toString().trim();
  return start === null || end === null || end <= start || text === '' ? null : { start, end, text };
}

/** The clean offset of a place in the source pane. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  if (!element?.closest('.doc-source')) return null;
  const stretch = element.closest<HTMLElement>('[data-start]');
  if (stretch) return Number(stretch.dataset.start) + (stretch.dataset.empty === undefined ? offset : 0);
  // A whole line was selected: the place is before the child that the offset counts to, or after the last one.
  const child = element.childNodes[offset] ?? element;
  const next =
    child instanceof HTMLElement
      ? child.matches('[data-start]')
        ? child
        : child.querySelector<HTMLElement>('[data-start]')
      : null;
  return next ? Number(next.dataset.start) : null;
}
