import { editsFor, type Step } from './step.ts';

const attributes = '(?:\\s[^<>\\n]{0,300})?';
const block = new RegExp(`\\s*</?(?:p|div|h[1-6]|li|ul|ol|tr|table|tbody|section|article)${attributes}/?>\\s*`, 'gi');
const inline = new RegExp(`</?(?:span|strong|b|i|u|em|font|a|o:p|img|td|th|center|small|big)${attributes}/?>`, 'gi');

/** Tags of a web page that were saved as text. `<br>` is left to the step that knows about line breaks. */
export const literalTags: Step = {
  name: 'literal-tags',
  find: (text) =>
    text.includes('<')
      ? { edits: [...editsFor(text, block, () => '\n'), ...editsFor(text, inline, () => '')] }
      : { edits: [] },
};
