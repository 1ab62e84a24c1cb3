import type { Refusal } from '@duban/kit/refusal';
import { readXml } from '../xml.ts';

type Style = { basedOn: string | null; numId: string | null; level: number | null; name: string };

/** What paragraph styles say about lists: word/styles.xml (ECMA-376 part 1, 17.7), inheritance included. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  /** the style of paragraphs that name none */
  #usual: string | null = null;

  /** @returns why the part cannot be read; null when it was */
  read(part: Buffer): Refusal | null {
    let style: Style | null = null;
    return readXml(part, {
      open: ({ name, attribute }) => {
        if (name === 'style') {
          style = { basedOn: null, numId: null, level: null, name: '' };
          const id = attribute('styleId') ?? '';
          this.#styles.set(id, style);
          if (attribute('type') === 'paragraph' && ['1', 'true'].includes(attribute('default') ?? '')) this.#usual = id;
        } else if (!style) return;
        else if (name === 'basedOn') style.basedOn = attribute('val') ?? null;
        else if (name === 'name') style.name = attribute('val') ?? '';
        else if (name === 'numId') style.numId = attribute('val') ?? null;
        else if (name === 'ilvl') style.level = Number(attribute('val') ?? 0);
      },
      close: (name) => {
        if (name === 'style') style = null;
      },
    });
  }

  /** The list that a style puts its paragraphs in; `by` is the style that says so. */
  listOf(id: string | null): { readonly numId: string; readonly level: number | null; readonly by: string } | null {
    let level: number | null = null;
    for (const [by, style] of this.#chain(id)) {
      level ??= style.level;
      if (style.numId !== null) return { numId: style.numId, level, by };
    }
    return null;
  }

  /** The list that a numbering style names. */
  listOfNumberingStyle(id: string): string | undefined {
    return this.#styles.get(id)?.numId ?? undefined;
  }

  /** An entry of a table of contents, as every language version of Word calls it. */
  isContents(id: string | null): boolean {
    const style = this.#styles.get(id ?? '');
    return style !== undefined && /^(toc|目录) ?\d/i.test(style.name);
  }

  *#chain(id: string | null): Generator<[string, Style]> {
    const seen = new Set<string>();
    for (let at = id ?? this.#usual; at !== null && !seen.has(at);) {
      const style = this.#styles.get(at);
      if (!style) return;
      seen.add(at);
      yield [at, style];
      at = style.basedOn;
    }
  }
}
