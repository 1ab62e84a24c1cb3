import { editsFor, type Step } from './step.ts';

// eslint-disable-next-line no-control-regex -- these are what the step is there to find
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Characters that no text has: control codes, zero-width and direction marks (which can make a text look other than it
 * is), halves of characters. Form feeds become line breaks, because they end a page.
 */
export const controlCharacters: Step = {
  name: 'control-characters',
  find: (text) => ({
    edits: [
      ...editsFor(text, control, () => ''),
      ...editsFor(text, /\f/g, () => '\n'),
      ...editsFor(text, loneSurrogate, () => '\ufffd', 'not-restorable'),
    ],
  }),
};
