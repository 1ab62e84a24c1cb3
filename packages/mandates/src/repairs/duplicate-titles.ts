import { titleEnd } from '../rules/page-noise.ts';
import type { Step } from './step.ts';

/**
 * Sharing sites print the title several times before the text; the first one stays. Rows of a table and lists of names
 * may repeat each other too: only what ends as a title does, or the first line, is a title.
 */
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
      const isTitle = !line.includes('\t') && (titleEnd.test(line) || text.startsWith(`${line}\n`));
      if (line.length >= 6 && seen.has(line) && isTitle && !/[。！？；：，]$/.test(line))
        edits.push({ start: at, end: Math.min(text.length, end + 1), after: '', class: 'certain' as const });
      seen.add(line);
      at = end + 1;
    }
    return { edits };
  },
};
