import type { Step } from './step.ts';

/** Sharing sites print the title several times before the text; the first one stays. */
export const duplicateTitles: Step = {
  name: 'duplicate-titles',
  find(text) {
    const edits = [];
    const seen = new Set<string>();
    let at = 0;
    for (let count = 0; count < 6 && at < text.length; count++) {
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline;
      const line = text.slice(at, end);
      if (line.length > 60) break;
      if (line.length >= 6 && seen.has(line) && !/[。！？；：，]$/.test(line))
        edits.push({ start: at, end: Math.min(text.length, end + 1), after: '', class: 'certain' as const });
      seen.add(line);
      at = end + 1;
    }
    return { edits };
  },
};
