import { editsFor, HAN, type Step } from './step.ts';

const beside = `${HAN}，。、；：！？“”‘’（）《》％`;
/** A number in front of what it counts, with blanks on either side: 完成 80 个, 6 月底. */
const NUMBER = '(?:\\d{1,14}(?:[.,]\\d{1,14})*[%％‰]?|[Xx]{1,4}|[*＊]+)';
const beforeNumber = new RegExp(`(?<=[${beside}])[ \\u00a0]+(?=${NUMBER}[ \\u00a0]*[${beside}])`, 'g');
const afterNumber = new RegExp(`(?<=(?<![A-Za-z\\d.-])${NUMBER})[ \\u00a0]+(?=[${beside}])`, 'g');
const inRunningText = new RegExp(`(?<=[${beside}])[ \\u00a0]+(?=[${beside}…])`, 'g');
const insideNumber = /(?<=\d)[ \u00a0]+(?=[.,]\d|[%％‰℃])/g;
/** 2 0 2 6 年: digits set apart one by one. */
const spacedDigits = /(?<![\d.])\d(?: \d){2,}(?= ?[\u4e00-\u9fff])/g;
/** 占 道 经 营: four or more characters set apart one by one. */
const spacedHan = new RegExp(`(?<![${HAN}])[${HAN}](?:[ \\u3000][${HAN}，。、；：！？“”]){3,}(?![${HAN}])`, 'g');
const RUNNING = 40;

/**
 * Blanks between a number and what it counts, and blanks inside running text. Beside a name with letters (PM2.5 浓度) and
 * in front of a bare number (浓度 35) they are a way of writing and stay. A short line keeps its blanks: there
 * they part a name from an office, or columns.
 */
export const straySpaces: Step = {
  name: 'stray-spaces',
  find(text) {
    const edits = [
      ...editsFor(text, beforeNumber, () => '', 'near-certain'),
      ...editsFor(text, afterNumber, () => '', 'near-certain'),
      ...editsFor(text, insideNumber, () => ''),
    ];
    for (const match of [...text.matchAll(spacedDigits), ...text.matchAll(spacedHan)]) {
      for (const blank of match[0].matchAll(/[ \u3000]+/g)) {
        const start = match.index + blank.index;
        edits.push({ start, end: start + blank[0].length, after: '', class: 'near-certain' });
      }
    }
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
