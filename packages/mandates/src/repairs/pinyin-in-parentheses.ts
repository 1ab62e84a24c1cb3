import { HAN, type Step } from './step.ts';

const letters =
  'a-zü\\u0101\\u00e1\\u01ce\\u00e0\\u0113\\u00e9\\u011b\\u00e8\\u012b\\u00ed\\u01d0\\u00ec\\u014d\\u00f3\\u01d2\\u00f2\\u016b\\u00fa\\u01d4\\u00f9\\u01d6\\u01d8\\u01da\\u01dc';
const syllable = new RegExp(
  `(?<=([${HAN}]))(?:\\(([${letters}]{1,7})\\)|([ \\u3000]?[（(]([${letters}]{1,7})[）)][ \\u3000]?))`,
  'g',
);
const toneMarks = /[\u0300\u0301\u0304\u030c]/g;

/**
 * `區(qū)` → `區`: a reading in parentheses that a site put behind a traditional character. It goes only when the syllable
 * really is a reading of that character, so that (B型) or an English word stays.
 */
export const pinyinInParentheses: Step = {
  name: 'pinyin-in-parentheses',
  find(text, { tools }) {
    const edits = [];
    for (const match of text.matchAll(syllable)) {
      const [, character, tight, , loose] = match;
      // With blanks or wide parentheses it may be meant for the reader, unless the character is a converted one.
      if (tight === undefined && tools.toSimplified(character!) === character) continue;
      const plain = (tight ?? loose)!.normalize('NFD').replaceAll(toneMarks, '').normalize('NFC');
      if (!tools.readingsOf(character!).includes(plain)) continue;
      edits.push({ start: match.index, end: match.index + match[0].length, after: '', class: 'certain' as const });
    }
    return { edits };
  },
};
