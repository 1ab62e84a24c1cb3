import type { Refusal } from '@duban/kit/refusal';
import { type LevelFormat, ListCounter } from '../list-labels.ts';
import { readXml } from '../xml.ts';

/** Which list a paragraph belongs to, and at which level, counted from 0. */
export type ListPlace = { readonly numId: string; readonly level: number };

type Definition = { readonly levels: Map<number, Draft>; readonly link: { style?: string } };
type Draft = { -readonly [Key in keyof LevelFormat]: LevelFormat[Key] } & { style: string | null };
type Instance = {
  abstractId: string;
  readonly overrides: Map<number, Partial<Draft>>;
  readonly starts: Map<number, number>;
  levels: readonly LevelFormat[] | null;
};

const emptyLevel = (): Draft => ({
  format: 'decimal',
  pattern: '',
  start: 1,
  restartsAfter: null,
  isLegal: false,
  style: null,
});

/** The lists of a document: word/numbering.xml (ECMA-376 part 1, 17.9). */
export class Lists {
  readonly #definitions = new Map<string, Definition>();
  readonly #instances = new Map<string, Instance>();
  readonly #counters = new Map<string, ListCounter>();

  /** @returns why the part cannot be read; null when it was */
  read(part: Buffer): Refusal | null {
    let definition: Definition | null = null;
    let instance: Instance | null = null;
    let level: Partial<Draft> | null = null;
    let overridden = 0;
    return readXml(part, {
      open: ({ name, attribute }) => {
        const value = attribute('val') ?? '';
        if (name === 'abstractNum') {
          definition = { levels: new Map(), link: {} };
          this.#definitions.set(attribute('abstractNumId') ?? '', definition);
        } else if (name === 'num') {
          instance = { abstractId: '', overrides: new Map(), starts: new Map(), levels: null };
          this.#instances.set(attribute('numId') ?? '', instance);
        } else if (name === 'abstractNumId' && instance) instance.abstractId = value;
        else if (name === 'numStyleLink' && definition) definition.link.style = value;
        else if (name === 'lvlOverride' && instance) {
          overridden = Number(attribute('ilvl') ?? 0);
          level = {};
          instance.overrides.set(overridden, level);
        } else if (name === 'startOverride' && instance) instance.starts.set(overridden, Number(value) || 0);
        else if (name === 'lvl') {
          if (definition) definition.levels.set(Number(attribute('ilvl') ?? 0), (level = emptyLevel()));
          else if (level) Object.assign(level, emptyLevel());
        } else if (level) readLevel(level, name, value);
      },
      close: (name) => {
        if (name === 'abstractNum') definition = null;
        if (name === 'num') instance = null;
        if (name === 'lvl' && definition) level = null;
        if (name === 'lvlOverride') level = null;
      },
    });
  }

  /** The label of the next paragraph of a list. @param linked where a list style leads */
  next({ numId, level }: ListPlace, linked: (style: string) => string | undefined): string {
    const instance = this.#instances.get(numId);
    if (!instance) return '';
    instance.levels ??= this.#levelsOf(instance, linked);
    let counter = this.#counters.get(instance.abstractId);
    if (!counter) this.#counters.set(instance.abstractId, (counter = new ListCounter()));
    return counter.next(level, instance.levels, { name: numId, starts: instance.starts });
  }

  /** The level of a list that a paragraph style stands for. */
  levelOfStyle(numId: string, style: string): number | null {
    const levels = this.#definitions.get(this.#instances.get(numId)?.abstractId ?? '')?.levels ?? [];
    for (const [level, draft] of levels) if (draft.style === style) return level;
    return null;
  }

  #levelsOf(instance: Instance, linked: (style: string) => string | undefined): LevelFormat[] {
    let definition = this.#definitions.get(instance.abstractId);
    if (definition?.link.style !== undefined && definition.levels.size === 0) {
      const other = this.#instances.get(linked(definition.link.style) ?? '');
      definition = this.#definitions.get(other?.abstractId ?? '') ?? definition;
    }
    return Array.from({ length: 9 }, (_, level) => ({
      ...emptyLevel(),
      ...definition?.levels.get(level),
      ...instance.overrides.get(level),
    }));
  }
}

function readLevel(level: Partial<Draft>, name: string, value: string): void {
  if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.pattern = value;
  else if (name === 'start') level.start = Number(value) || 0;
  else if (name === 'lvlRestart') level.restartsAfter = Number(value) || 0;
  else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false';
  else if (name === 'pStyle') level.style = value;
}
