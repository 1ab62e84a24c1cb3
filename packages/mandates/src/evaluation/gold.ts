/**
 * A hand-made label of one document: what a careful reader takes out of it. Quotes are pieces of the document as it
 * stands in its file, damage included; how they are found again is in `compact-text.ts`. Fields that are not scored
 * (notes, actions, kinds, issues) may be there and are passed over.
 */
export type GoldTask = {
  readonly text: string;
  readonly leadUnits: readonly string[];
  /** the same names in clean characters, where the label gives them */
  readonly unitsNorm: readonly string[];
  readonly supportUnits: readonly string[];
  readonly deadline: string | null;
  readonly deadlineDate: string | null;
};

export type GoldQuantity = { readonly text: string; readonly value: number; readonly unit: string };
export type GoldHeading = { readonly level: number; readonly number: string; readonly title: string };
export type GoldScope = { readonly from: string; readonly to: string };

export type GoldLabel = {
  /** name of the file that the label belongs to, a folder in front allowed */
  readonly document: string;
  /** null when the whole document is labelled; else only what lies in one of these stretches */
  readonly scope: readonly GoldScope[] | null;
  readonly tasks: readonly GoldTask[];
  readonly quantities: readonly GoldQuantity[];
  readonly outline: readonly GoldHeading[];
  /** quotes of named measures */
  readonly indicators: readonly string[];
  /** quotes in which something is hidden, cut out without a trace, or destroyed */
  readonly masked: readonly string[];
  readonly blanked: readonly string[];
  readonly unreadable: readonly string[];
};

/** A label that is not of the described shape; `path` names the field. */
export class BadLabel extends Error {
  readonly path: string;
  constructor(path: string, expected: string) {
    super(`${path}: ${expected} expected`);
    this.path = path;
  }
}

/**
 * Reads a label from parsed JSON. Lists that are left out are empty.
 *
 * @throws BadLabel naming the first field that is not as described
 */
export function goldLabel(json: unknown): GoldLabel {
  const label = record(json, 'label');
  return {
    document: text(label.doc, 'doc'),
    scope:
      label.scope === null || label.scope === undefined
        ? null
        : list(label.scope, 'scope').map((stretch, i) => {
            const { from, to } = record(stretch, `scope[${i}]`);
            return { from: text(from, `scope[${i}].from`), to: text(to, `scope[${i}].to`) };
          }),
    tasks: list(label.tasks, 'tasks').map((task, i) => taskOf(record(task, `tasks[${i}]`), `tasks[${i}]`)),
    quantities: list(label.quantities, 'quantities').map((quantity, i) => {
      const found = record(quantity, `quantities[${i}]`);
      if (typeof found.value !== 'number') throw new BadLabel(`quantities[${i}].value`, 'number');
      return {
        text: text(found.text, `quantities[${i}].text`),
        value: found.value,
        unit: text(found.unit, `quantities[${i}].unit`),
      };
    }),
    outline: list(label.outline, 'outline').map((heading, i) => {
      const found = record(heading, `outline[${i}]`);
      if (typeof found.level !== 'number') throw new BadLabel(`outline[${i}].level`, 'number');
      return {
        level: found.level,
        number: text(found.number ?? '', `outline[${i}].number`),
        title: text(found.title, `outline[${i}].title`),
      };
    }),
    indicators: list(label.indicators, 'indicators').map((indicator, i) =>
      text(record(indicator, `indicators[${i}]`).text, `indicators[${i}].text`),
    ),
    masked: texts(label.masked, 'masked'),
    blanked: texts(label.blanked, 'blanked'),
    unreadable: texts(label.unreadable, 'unreadable'),
  };
}

function taskOf(task: Readonly<Record<string, unknown>>, path: string): GoldTask {
  const orNull = (value: unknown, field: string): string | null =>
    value === null || value === undefined ? null : text(value, `${path}.${field}`);
  return {
    text: text(task.text, `${path}.text`),
    leadUnits: texts(task.lead_units, `${path}.lead_units`),
    unitsNorm: texts(task.units_norm, `${path}.units_norm`),
    supportUnits: texts(task.support_units, `${path}.support_units`),
    deadline: orNull(task.deadline, 'deadline'),
    deadlineDate: orNull(task.deadline_date, 'deadline_date'),
  };
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadLabel(path, 'object');
  return value as Record<string, unknown>;
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new BadLabel(path, 'text');
  return value;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new BadLabel(path, 'list');
  return value;
}

const texts = (value: unknown, path: string): string[] =>
  list(value, path).map((item, i) => text(item, `${path}[${i}]`));
