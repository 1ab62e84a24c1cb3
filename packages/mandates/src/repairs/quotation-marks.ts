import { type Edit, editsFor, type Step } from './step.ts';

/** Wrong and broken quotation marks, brackets that stand for parentheses, and 《》 that came through as question marks. */
export const quotationMarks: Step = {
  name: 'quotation-marks',
  find: (text) => ({
    edits: [
      ...editsFor(text, /〞/g, () => '”'),
      ...editsFor(text, /〝/g, () => '“'),
      ...editsFor(text, /(?<=‘[^‘’'\n]{1,30})'{2,4}/g, () => '’'),
      ...brackets(text),
      ...titleMarks(text),
    ],
  }),
};

/** 〔…〕 is （…）, except in a document number such as 国办发〔2017〕87号. */
const brackets = (text: string): Edit[] =>
  [...text.matchAll(/〔([^〔〕\n]{1,200})〕/g)]
    .filter((match) => !/^\d{4}$/.test(match[1]!))
    .flatMap((match) => {
      const end = match.index + match[0].length;
      return [
        { start: match.index, end: match.index + 1, after: '（', class: 'certain' as const },
        { start: end - 1, end, after: '）', class: 'certain' as const },
      ];
    });

const titleMarks = (text: string): Edit[] =>
  [
    ...text.matchAll(/(?<=题为|印发|制定|出台|学习|贯彻|根据|按照|关于)\?([^?\n。，,]{2,50})\?(?=的|[，,。、；;])/g),
  ].flatMap((match) => {
    const end = match.index + match[0].length;
    return [
      { start: match.index, end: match.index + 1, after: '《', class: 'certain' as const },
      { start: end - 1, end, after: '》', class: 'certain' as const },
    ];
  });
