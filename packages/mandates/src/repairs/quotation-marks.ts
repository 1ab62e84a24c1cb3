import { type Edit, editsFor, type Step } from './step.ts';

/** Wrong and broken quotation marks, brackets that stand for parentheses, and 《》 that came through as question marks. */
export const quotationMarks: Step = {
  name: 'quotation-marks',
  find: (text) => ({
    edits: [
      ...editsFor(text, /〞/g, () => '”'),
      ...editsFor(text, /〝/g, () => '“'),
      ...editsFor(text, /(?<=‘[^‘’'\n]{1,30})'{2,4}/g, () => '’'),
      ...editsFor(text, /(?<=“[^“”'\n]{1,30})'{2}(?!')/g, () => '”'),
      ...editsFor(text, /(?<=《[^《》〈〉\n]{1,40})〉/g, () => '》', 'near-certain'),
      ...editsFor(text, /〈(?=[^《》〈〉\n]{1,40}》)/g, () => '《', 'near-certain'),
      ...editsFor(text, /<<(?=[\u4e00-\u9fff][^<>\n]{1,40}>>)/g, () => '《', 'near-certain'),
      ...editsFor(text, /(?<=<<[\u4e00-\u9fff][^<>\n]{1,40})>>/g, () => '》', 'near-certain'),
      ...brackets(text),
      ...titleMarks(text),
    ],
  }),
};

/** “城建“ and ”城建”: marks that do not alternate but pair off are turned to face inwards. */
export const turnedMarks: Step = {
  name: 'turned-marks',
  find: (text) => ({ edits: /[“”]/.test(text) ? turned(text) : [] }),
};

const FARTHEST = 40;

function turned(text: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const marks = [...line.matchAll(/[“”]/g)];
    const isTurned = marks.some(({ 0: mark }, i) => (mark === '“') !== (i % 2 === 0));
    const pairsOff = marks.every((mark, i) => {
      if (i % 2 === 0) return true;
      const inside = line.slice(marks[i - 1]!.index + 1, mark.index);
      return inside.length <= FARTHEST && /^[《‘A-Za-z\d\u4e00-\u9fff].*[\u4e00-\u9fff]/.test(inside);
    });
    if (isTurned && pairsOff && marks.length % 2 === 0) {
      for (const [i, mark] of marks.entries()) {
        const after = i % 2 === 0 ? '“' : '”';
        if (mark[0] === after) continue;
        edits.push({ start: at + mark.index, end: at + mark.index + 1, after, class: 'near-certain' });
      }
    }
    at += line.length + 1;
  }
  return edits;
}

/** 〔…〕 is （…）, except in a document number such as 国办发〔2017〕87号. */
const brackets = (text: string): Edit[] =>
  [...text.matchAll(/〔([^〔〕\n]{1,200})〕/g)]
    .filter((match) => !/^(?:\d{4}|[０-９]{4}|20[XxＸ×*]{2})$/.test(match[1]!))
    .flatMap((match) => {
      const end = match.index + match[0].length;
      return [
        { start: match.index, end: match.index + 1, after: '（', class: 'certain' as const },
        { start: end - 1, end, after: '）', class: 'certain' as const },
      ];
    });

const titleMarks = (text: string): Edit[] =>
  [
    ...text.matchAll(
      /(?<=题为|题目是|名为|印发|制定|出台|学习|贯彻|根据|按照|落实|宣读|关于|通过)\?([^?\n。，,]{2,50})\?(?=的|[，,。、；;\n]|$)/g,
    ),
  ].flatMap((match) => {
    const end = match.index + match[0].length;
    return [
      { start: match.index, end: match.index + 1, after: '《', class: 'certain' as const },
      { start: end - 1, end, after: '》', class: 'certain' as const },
    ];
  });
