import type { Gap, RepairClass, Unknown } from '../mandate.ts';
import type { Reading } from '../readers/reading.ts';
import type { LanguageTools } from './language-tools.ts';

/** One replacement that a step asks for, in offsets of the text that the step was given. */
export type Edit = {
  readonly start: number;
  readonly end: number;
  readonly after: string;
  readonly class: RepairClass;
  /** a proposal is logged but not carried out */
  readonly proposed?: true;
};

type Unplaced<T> = Omit<T, 'rawStart' | 'rawEnd'>;

export type Findings = {
  readonly edits: readonly Edit[];
  readonly gaps?: readonly Unplaced<Gap>[];
  readonly unknowns?: readonly Unplaced<Unknown>[];
  readonly site?: Readonly<Record<string, string>>;
};

export type StepContext = Pick<Reading, 'format' | 'lines' | 'title' | 'frame'> & { readonly tools: LanguageTools };

/** A repair step looks at the text and says what it would change; it changes nothing itself. */
export type Step = {
  readonly name: string;
  readonly find: (text: string, context: StepContext) => Findings;
};

/** Edits of one kind for every match of a pattern whose replacement differs from what it found. */
export function editsFor(
  text: string,
  pattern: RegExp,
  after: (match: RegExpExecArray) => string | null,
  certainty: RepairClass = 'certain',
): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const replacement = after(match);
    if (replacement === null || replacement === match[0]) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, after: replacement, class: certainty });
  }
  return edits;
}

export const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
const hanCharacter = new RegExp(`[${HAN}]`);
export const isHan = (character: string | undefined): boolean =>
  character !== undefined && hanCharacter.test(character);
