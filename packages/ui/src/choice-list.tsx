import { Select, type SelectProps } from 'antd';
import { type ReactElement, useCallback } from 'react';

type OptionOf = NonNullable<SelectProps['options']>[number];

/**
 * A choice from a list: antd's Select, whose list carries the name of its field. antd names the field only, and the list
 * that opens below it would be read out as a list of nothing. All options are in the page, none is drawn only as it is
 * scrolled to: our lists have dozens of lines, not thousands, and a reader of the screen can then count them.
 */
export function ChoiceList<Value, Option extends OptionOf = OptionOf>(props: SelectProps<Value, Option>) {
  return <Select virtual={false} listHeight={340} {...props} popupRender={(list) => <NamedList>{list}</NamedList>} />;
}

function NamedList({ children }: { children: ReactElement }) {
  // antd takes the list away and makes another one when a search finds nothing: each gets its name as it comes.
  const watch = useCallback((box: HTMLDivElement | null) => {
    if (!box) return undefined;
    nameLists(box);
    const observer = new MutationObserver(() => nameLists(box));
    observer.observe(box, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return <div ref={watch}>{children}</div>;
}

function nameLists(box: HTMLElement): void {
  for (const list of box.querySelectorAll('[role=listbox]:not([aria-label])')) {
    const field = document.getElementById(list.id.replace(/_list$/, ''));
    const name = field?.getAttribute('aria-label') ?? (field as HTMLInputElement | null)?.labels?.[0]?.textContent;
    if (name) list.setAttribute('aria-label', name);
  }
}
