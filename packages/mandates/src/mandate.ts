/**
 * What comes out of a document: the shapes of the output contract. Offsets count UTF-16 code units. `start` and `end`
 * point into the clean text, `rawStart` and `rawEnd` into the text as it stood in the file. Everything a person may
 * later have to defend (a repair, a directive, a number) carries both.
 */

/** How sure a repair is: reversible and determined; settled by context; or a hole that stays a hole. */
export type RepairClass = 'certain' | 'near-certain' | 'not-restorable';

export type Span = { readonly start: number; readonly end: number };
export type SourceSpan = Span & { readonly rawStart: number; readonly rawEnd: number };

export type Repair = SourceSpan & {
  /** step and raw place, the same whenever the same file is read: `entities@120-127` */
  readonly id: string;
  readonly step: string;
  readonly class: RepairClass;
  readonly before: string;
  readonly after: string;
  /** true for what the rules only propose, such as a wrong synonym: a person decides */
  readonly proposed: boolean;
  /** whether the text has it: false for a proposal nobody accepted and for a repair that somebody took back */
  readonly applied: boolean;
};

export type GapKind = 'omitted' | 'truncated';

/** A stretch that the file does not have. Lengths are those that the file itself states, otherwise null. */
export type Gap = SourceSpan & {
  readonly kind: GapKind;
  readonly missing: number | null;
  readonly total: number | null;
  readonly shown: number | null;
  readonly unit: 'characters' | 'pages' | null;
  readonly evidence: string;
};

export const allUnknownKinds = ['name', 'number', 'rank', 'date', 'word', 'unreadable', 'editor_note'] as const;
export type UnknownKind = (typeof allUnknownKinds)[number];

/** Something the document hides or lost. It is never filled in, and never counted as zero. */
export type Unknown = SourceSpan & {
  readonly kind: UnknownKind;
  readonly text: string;
  /** the unit after a hidden number: %, 分, 天 … */
  readonly unit: string | null;
};

export type OutlineItem = SourceSpan & {
  readonly level: number;
  /** the marker without its punctuation: 一, 1, 一是, 第一; empty for an unnumbered heading */
  readonly number: string;
  readonly title: string;
  /** true when only the table of contents has it and the body is lost */
  readonly bodyMissing: boolean;
};

export type Deadline = { readonly text: string; readonly date: string | null };

/** How often an act is to be done again. */
export type Recurrence = {
  readonly text: string;
  readonly unit: 'day' | 'week' | 'half_month' | 'ten_days' | 'month' | 'quarter' | 'half_year' | 'year';
  /** every how many of the unit: 每两周 is every 2 weeks */
  readonly every: number;
  /** how many times within it; null when the document does not say */
  readonly times: number | null;
};

/** Why a person should look at a directive before signing it. */
export const allDirectiveDoubts = [
  'nobody_named',
  'owner_carried_over',
  'owner_is_addressee',
  'unit_unresolved',
  'day_not_computable',
  'day_before_document',
  'holds_hidden_word',
] as const;
export type DirectiveDoubt = (typeof allDirectiveDoubts)[number];

/**
 * Names of the rules that take a sentence and say whose it is, and of the other ways in which a directive comes about.
 * A person reads them beside the directive, so that each has its words in both languages; a test holds the source
 * against this list.
 */
export const allDirectiveRules = [
  'owner_told',
  'owner_acts',
  'demand',
  'act_in_plan',
  'goal_in_plan',
  'item_with_owner',
  'named_fault',
  'row_of_task_table',
  'owner_named',
  'owner_in_sentence',
  'owner_in_brackets',
  'owner_carried_over',
  'owner_is_addressee',
  'selected_by_a_person',
  'split_by_a_person',
  'merged_by_a_person',
  'language_model',
] as const;

export type UnitRole = 'lead' | 'support';

/** How a mention was matched with the unit list; `doubt` says that a person should look. */
export type UnitMention = {
  readonly mention: string;
  readonly role: UnitRole;
  readonly unitIds: readonly string[];
  readonly matchedBy: 'name' | 'short_name' | 'alias' | 'role_phrase' | 'none';
  readonly doubt: boolean;
};

export type Directive = SourceSpan & {
  readonly text: string;
  readonly action: string;
  /** what the act is done to, as written; null when the rules cannot tell it from the act */
  readonly object: string | null;
  /** the street, community or stretch of land in which it is to be done, as written; null when none is named */
  readonly territory: string | null;
  readonly leadUnits: readonly string[];
  readonly supportUnits: readonly string[];
  readonly units: readonly UnitMention[];
  readonly deadline: Deadline | null;
  /** from when, where the document gives a beginning */
  readonly begin: Deadline | null;
  readonly period: Recurrence | null;
  readonly quantities: readonly Quantity[];
  /** titles of the headings above, outermost first */
  readonly headings: readonly string[];
  /** names of the rules that took the sentence, out of `allDirectiveRules` */
  readonly rules: readonly string[];
  readonly doubts: readonly DirectiveDoubt[];
};

export const allQuantityKinds = ['money', 'rank', 'rate', 'date-count', 'target', 'achieved', 'stock'] as const;
export type QuantityKind = (typeof allQuantityKinds)[number];

/** 多, 余, 以上: at least; 不到, 接近, 以内: less than or at most; 约, 左右: about. */
export type Bound = 'exact' | 'at_least' | 'more_than' | 'at_most' | 'less_than' | 'about';

/** What a value is compared with: 同比 the same time a year before, 环比 the period before, 比… or 由… something named. */
export type Comparison = {
  readonly kind: 'year_on_year' | 'period_on_period' | 'than' | 'from';
  readonly direction: 'up' | 'down' | null;
  readonly text: string;
};

export type Quantity = SourceSpan & {
  readonly text: string;
  readonly subject: string;
  /** null when the document hides it */
  readonly value: number | null;
  /** as written after the number: 万平方米, 亿元, 个 */
  readonly unit: string;
  readonly kind: QuantityKind;
  /** as written: 多, 余, 接近, 不到, 预计, 以上 … */
  readonly qualifier: string | null;
  /** what the qualifier makes of the value */
  readonly bound: Bound;
  /** the upper end of a range (3—5天); null when it is none */
  readonly upTo: number | null;
  /** whether it is to be reached, was reached, or says how things are */
  readonly status: 'target' | 'achieved' | 'state';
  /** a forecast (预计), not a count */
  readonly forecast: boolean;
  /** the time that the value is of, as written: 截至6月底, 目前, 上半年 */
  readonly asOf: string | null;
  readonly comparison: Comparison | null;
  /** the group that a rank is taken in, as written: 全省, 市辖五区 */
  readonly peerGroup: string | null;
};

/** A named measure by which work is judged, with the clause that names it. */
export type Indicator = SourceSpan & {
  readonly name: string;
  readonly text: string;
};

export const allContradictionKinds = [
  'impossible_percentage',
  'sum',
  'list_count',
  'part_over_whole',
  'years',
  'impossible_date',
  'date_conflict',
  'repeated_number',
  'missing_number',
] as const;
export type ContradictionKind = (typeof allContradictionKinds)[number];

export type Contradiction = SourceSpan & {
  readonly kind: ContradictionKind;
  readonly text: string;
  /** the figures the check was made with, for the sentence shown to the reader */
  readonly stated: string;
  readonly computed: string;
  /** the place it contradicts; null when it contradicts itself or a fact outside the text */
  readonly other: (SourceSpan & { readonly text: string }) | null;
};

export type DocumentFormat = 'txt' | 'html' | 'docx' | 'doc' | 'xlsx' | 'pdf' | 'rtf';

export type Source = {
  readonly fileName: string;
  readonly format: DocumentFormat;
  readonly encoding: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly title: string;
  /** the day the document itself states, ISO; null when it does not */
  readonly date: string | null;
  /** office and name as written; like the next three null where the document does not say */
  readonly speaker: string | null;
  readonly organ: string | null;
  readonly meeting: string | null;
  readonly documentNumber: string | null;
  /** what the site that carried it says about it */
  readonly site: Readonly<Record<string, string>>;
};

export type Mandate = {
  readonly source: Source;
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly gaps: readonly Gap[];
  readonly unknowns: readonly Unknown[];
  readonly outline: readonly OutlineItem[];
  readonly directives: readonly Directive[];
  readonly quantities: readonly Quantity[];
  /** named measures by which work is judged: 整改率, 得分, 位次 */
  readonly indicators: readonly Indicator[];
  readonly contradictions: readonly Contradiction[];
};
