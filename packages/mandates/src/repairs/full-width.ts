import { type Edit, editsFor, type Step } from './step.ts';

const forms = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g;
const betweenDigits = /(?<=[\d\uff10-\uff19])[．，](?=[\d\uff10-\uff19]{3}(?![\d\uff10-\uff19])|[\d\uff10-\uff19])/g;

/** Digits and Latin letters of full width, and the decimal point or thousands mark between such digits. */
export const fullWidth: Step = {
  name: 'full-width',
  find(text) {
    const edits: Edit[] = editsFor(text, forms, ([found]) => found.normalize('NFKC'));
    for (const match of text.matchAll(betweenDigits)) {
      const behind = /^[\d\uff10-\uff19]+/.exec(text.slice(match.index + 1))![0];
      // １，２００ is one number; 1，2 are two.
      if (match[0] === '，' && (behind.length !== 3 || !/[\uff10-\uff19]/.test(behind))) continue;
      edits.push({ start: match.index, end: match.index + 1, after: match[0] === '．' ? '.' : ',', class: 'certain' });
    }
    return { edits };
  },
};
