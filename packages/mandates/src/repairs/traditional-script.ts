import { scriptPhrases, zhuKept } from '../rules/script-phrases.ts';
import type { LanguageTools } from './language-tools.ts';
import { type Edit, editsFor, isHan, type Step } from './step.ts';

/** The quotation marks of traditional script. */
const cornerMarks: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

/** A text with fewer converted characters than this share of its Han characters is simplified already. */
const TRADITIONAL_SHARE = 0.01;

/**
 * Traditional script back to simplified, with phrase rules. Script may be mixed within one text. One repair is logged
 * per run of changed characters.
 */
export const traditionalScript: Step = {
  name: 'traditional-script',
  find(text, { tools }) {
    const converted = zhu(tools.toSimplified(text));
    const edits: Edit[] = [];
    if (converted.length === text.length) {
      // A quotation in traditional script is meant to be one.
      const isQuoted = withinQuotation(text);
      const han = hanOutsideBrackets(text);
      let changed = 0;
      for (let i = 0; i < text.length; i++) {
        if (text[i] === converted[i]) continue;
        const start = i;
        while (i < text.length && text[i] !== converted[i]) i++;
        if (!isQuoted(start)) changed += evidence(text.slice(start, i), tools);
        const before = text.slice(start, i);
        edits.push({
          start,
          end: i,
          after: converted.slice(start, i),
          class: before.includes('著') ? 'near-certain' : 'certain',
        });
        i--;
      }
      if (changed < Math.max(1, han * TRADITIONAL_SHARE)) return { edits: [...zhuPhrases(text), ...phrases(text, [])] };
      edits.push(...editsFor(text, /[「」『』]/g, ([mark]) => cornerMarks[mark]!));
    } else edits.push(...byLine(text, tools.toSimplified));
    return { edits: [...edits, ...phrases(text, edits)] };
  },
};

/** Remarks in brackets may be taken out later; whether a text is traditional must not hang on them. */
function hanOutsideBrackets(text: string): number {
  let count = 0;
  for (const character of text.replaceAll(/[（(〔【[][^（()）〔〕【】[\]\n]{0,60}[）)〕】\]]/g, ''))
    if (isHan(character)) count++;
  return count;
}

/** How many of the characters exist in traditional script only: 沈 and 乾 are right in simplified texts too. */
function evidence(characters: string, tools: LanguageTools): number {
  let count = 0;
  for (const character of characters) {
    const [lead, trail] = tools.toGbk(character);
    const inGb2312 = lead !== undefined && trail !== undefined && lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1;
    if (!inGb2312) count++;
  }
  return count;
}

/** 著力 and 沿著 in a text that is simplified otherwise. */
const zhuPhrases = (text: string): Edit[] =>
  editsFor(
    text,
    /著(?=[力重眼陆急落意实]|手(?!作))|(?<=[沿随朝]|意味|围绕|接)著(?!名|作|述)/g,
    () => '着',
    'near-certain',
  );

const LONGEST_QUOTATION = 60;

/** Answers for places asked in ascending order: does the place lie in a short quotation? */
function withinQuotation(text: string): (at: number) => boolean {
  const quotations = text.includes('“') ? text.matchAll(/“[^“”\n]*”|《[^《》\n]*》/g) : [].values();
  let current: RegExpExecArray | undefined = quotations.next().value;
  return (at) => {
    while (current && current.index + current[0].length <= at) current = quotations.next().value;
    return current !== undefined && current.index <= at && current[0].length <= LONGEST_QUOTATION;
  };
}

function zhu(text: string): string {
  if (!text.includes('著')) return text;
  return text.replaceAll(/(.?)著(.?)/g, (whole, before: string, after: string) =>
    zhuKept.test(whole) ? whole : `${before}着${after}`,
  );
}

/** The rare text whose length changes on conversion: each line that differs is replaced from its first to its last difference. */
function byLine(text: string, toSimplified: (line: string) => string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const after = zhu(toSimplified(line));
    if (after !== line) {
      let head = 0;
      while (head < line.length && line[head] === after[head]) head++;
      let tail = 0;
      while (tail < Math.min(line.length, after.length) - head && line.at(-1 - tail) === after.at(-1 - tail)) tail++;
      edits.push({
        start: at + head,
        end: at + line.length - tail,
        after: after.slice(head, after.length - tail),
        class: 'certain',
      });
    }
    at += line.length + 1;
  }
  return edits;
}

function phrases(text: string, taken: readonly Edit[]): Edit[] {
  const found: Edit[] = [];
  for (const [from, to] of scriptPhrases) {
    for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
      if (!taken.some((edit) => edit.start < at + from.length && edit.end > at)) {
        found.push({ start: at, end: at + from.length, after: to, class: 'near-certain' });
      }
    }
  }
  return found;
}
