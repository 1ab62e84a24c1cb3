import { cleanTitle, type Found, type Line, LONGEST_TITLE } from './heading.ts';
import { lineMarker } from './markers.ts';

/** `附件1` before its own text: the title stands behind it or on the next line. */
export function attachmentHeading(lines: readonly Line[], i: number): Found | null {
  const { text, start } = lines[i]!;
  const marker = lineMarker(text);
  if (marker?.family !== 'attachment') return null;
  const own = text.slice(marker.length);
  const next = lines[i + 1];
  if (own !== '') {
    const title = cleanTitle(own);
    if (title.length > LONGEST_TITLE || /[。；]/.test(own)) return null;
    return { marker, title, start, end: start + text.length };
  }
  const titled =
    next !== undefined && next.text.length <= LONGEST_TITLE && !/[。；]/.test(next.text) && !lineMarker(next.text);
  return { marker, title: titled ? cleanTitle(next.text) : '', start, end: start + text.length };
}

/** The list of attachments under a letter: 附件：1.任务清单, and the lines that go on with 2., 3. */
export function attachmentList(lines: readonly Line[]): ReadonlySet<number> {
  const listed = new Set<number>();
  for (const [i, { text }] of lines.entries()) {
    const opens =
      /^附件[ \u3000]?[：:][ \u3000]*\S/.test(text) ||
      (/^附件[ \u3000]?\d{1,2}[：:.．、 ]/.test(text) && isListed(lines, i));
    if (!opens || listed.has(i)) continue;
    listed.add(i);
    for (
      let j = i + 1;
      j < lines.length && /^[ \u3000]*(?:\d{1,2}[.．、]|附件[ \u3000]?\d)[^。；]{1,50}$/.test(lines[j]!.text);
      j++
    )
      listed.add(j);
  }
  return listed;
}

/** Another attachment, a signature or nothing follows: the line only names the attachment. */
function isListed(lines: readonly Line[], i: number): boolean {
  const next = lines[i + 1]?.text;
  return (
    next === undefined || next.startsWith('附件') || signature.test(next) || signature.test(lines[i + 2]?.text ?? '')
  );
}

const signature = /^[（(]?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/;
