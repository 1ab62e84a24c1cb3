import type { DirectiveView } from '@duban/contract/directive-view';
import { useEffect, useState } from 'react';

/**
 * Where one is in a review: the directive that is looked at, the side that a narrow screen shows, and the ways from one
 * to the next. The text follows the directive and the directive the text; the focus goes with the keys.
 */
export function useReviewPlace(shown: readonly DirectiveView[], asked: string | undefined) {
  const [current, setCurrent] = useState<string | null>(() => {
    const named = shown.find((item) => item.id === asked);
    return (named ?? shown.find((item) => item.state === 'proposed') ?? shown[0])?.id ?? null;
  });
  const [side, setSide] = useState<'source' | 'items'>('items');
  const at = shown.findIndex((item) => item.id === current);
  // What was looked at may be gone: merged, taken back, or not of the filter any more.
  const fallback = shown.length > 0 && at < 0 && !document.activeElement?.closest('.proposals') ? shown[0]!.id : null;
  useEffect(() => {
    if (fallback !== null) setCurrent(fallback);
  }, [fallback]);

  function show(id: string, focus: boolean): void {
    setCurrent(id);
    // The card grows when it becomes the current one, so it is looked for after it was drawn.
    requestAnimationFrame(() => {
      const card = document.querySelector<HTMLElement>(`[data-proposal="${id}"]`);
      if (card) scrollWithin(card, '.review-items', 'near');
      if (focus) card?.querySelector<HTMLElement>('.proposal-title')?.focus({ preventScroll: true });
      const text = document.querySelector<HTMLElement>(`[data-directive="${id}"]`);
      if (text) scrollWithin(text, '.doc-source', 'middle');
    });
  }

  useEffect(() => {
    // Who comes from a task or a target finds the sentence that ordered it.
    if (asked !== undefined) show(asked, false);
  }, [asked]);

  return {
    current,
    side,
    setCurrent,
    setSide,
    choose: (id: string) => show(id, true),
    chooseFromSource: (id: string) => {
      setSide('items');
      show(id, true);
    },
    move: (step: 1 | -1) => {
      const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + step))];
      if (next) show(next.id, true);
    },
    showSource: (id: string) => {
      setSide('source');
      show(id, false);
    },
    showPlace: (start: number) => {
      setSide('source');
      requestAnimationFrame(() => {
        const places = [...document.querySelectorAll<HTMLElement>('.doc-source [data-start]')];
        const place = places.findLast((stretch) => Number(stretch.dataset.start) <= start) ?? places[0];
        if (place) scrollWithin(place, '.doc-source', 'middle');
        place?.classList.add('doc-shown');
        place?.addEventListener('animationend', () => place.classList.remove('doc-shown'), { once: true });
      });
    },
  };
}

/** Scrolls the pane and not the page, unless the pane is as long as what it holds. */
function scrollWithin(element: HTMLElement, pane: string, where: 'near' | 'middle'): void {
  const box = element.closest<HTMLElement>(pane);
  if (!box || box.scrollHeight <= box.clientHeight) {
    element.scrollIntoView({ block: where === 'near' ? 'nearest' : 'center' });
    return;
  }
  const above = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const below = above + element.offsetHeight - box.clientHeight;
  if (where === 'near') box.scrollTop += above < 12 ? above - 12 : below > -12 ? Math.min(below + 12, above - 12) : 0;
  else if (above < 40 || below > -40) box.scrollTop += above - box.clientHeight / 3;
}
