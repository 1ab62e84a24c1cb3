import type { LetterContent } from './letter.ts';

/**
 * The one text of a letter's content that its hash is taken of: every field in a fixed order on a line of its own, with
 * its length before it, so that no two contents share a text. It does not depend on how the content was stored.
 */
export function canonicalText(content: LetterContent): string {
  const lines: string[] = ['duban letter 1'];
  const line = (name: string, value: string | number | null) => {
    const text = value === null ? '' : String(value);
    lines.push(`${name} ${value === null ? '-' : text.length} ${text}`);
  };
  line('number', content.number);
  line('version', content.version);
  line('campaign', content.campaign);
  line('issuing unit', content.issuingUnit);
  line('unit', content.unit);
  line('person', content.person);
  line('basis', content.basis.length);
  for (const basis of content.basis) line('basis', basis);
  line('commitments', content.commitments.length);
  for (const { targetId, text, amount, unit, finishBy } of content.commitments) {
    line('target', targetId);
    line('text', text);
    line('amount', amount);
    line('unit', unit);
    line('finish by', finishBy);
  }
  return lines.join('\n');
}
