import { editsFor, HAN, type Step } from './step.ts';

const beside = `${HAN}，。、；：！？“”‘’（）《》％`;
const aroundDigits = new RegExp(
  `(?<=[${beside}])[ \\u00a0]+(?=[\\dXx*＊])|(?<=[\\dXx*＊%])[ \\u00a0]+(?=[${beside}])`,
  'g',
);
const inRunningText = new RegExp(`(?<=[${beside}])[ \\u00a0]+(?=[${beside}…])`, 'g');
const RUNNING = 40;

/**
 * Blanks between a digit and a Chinese character, and blanks inside running text. A short line keeps its blanks: there
 * they part a name from an office, or columns.
 */
export const straySpaces: Step = {
  name: 'stray-spaces',
  find(text) {
    const edits = editsFor(text, aroundDigits, () => '');
    let at = 0;
    for (const line of text.split('\n')) {
      if (line.length >= RUNNING && !line.includes('\t')) {
        edits.push(
          ...editsFor(line, inRunningText, () => '').map((edit) => ({
            ...edit,
            start: edit.start + at,
            end: edit.end + at,
          })),
        );
      }
      at += line.length + 1;
    }
    return { edits };
  },
};
