import type { FoundQuantity } from '../quantities/quantities.ts';
import { contradiction, type FoundContradiction } from './found-contradiction.ts';

/**
 * The parts of a whole add up to it: 39栋（包括7栋…、32栋…）. After 其中 not every part is named, so that only parts that are
 * more than the whole are wrong.
 */
export function wrongSums(text: string, quantities: readonly FoundQuantity[]): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(breakdown)) {
    const start = match.index;
    const end = start + match[0].length;
    const total = quantities.findLast((whole) => whole.numberEnd <= start && start - whole.numberEnd <= FARTHEST);
    if (!total?.value || total.qualifier !== null || /[。；;\n]/.test(text.slice(total.numberEnd, start))) continue;
    const parts = quantities.filter(
      (part) => part.numberStart >= start && part.numberEnd <= end && part.unit === total.unit,
    );
    const others =
      quantities.filter((part) => part.numberStart >= start && part.numberEnd <= end).length - parts.length;
    if (parts.length < 2 || parts.some((part) => part.value === null || part.qualifier !== null)) continue;
    // Decimals are compared in thousandths, so that 0.1 + 0.2 is 0.3.
    const sum = parts.reduce((all, part) => all + Math.round(part.value! * 1000), 0);
    const whole = Math.round(total.value * 1000);
    const isComplete =
      /包括|分别为|分别是|由|即/.test(match[1]!) && others === 0 && !/等[^，,。；]{0,6}$/.test(match[0]);
    if (isComplete ? sum === whole : sum <= whole) continue;
    found.push(
      contradiction(
        text,
        { start: total.numberStart, end },
        {
          kind: 'sum',
          stated: `${total.value}${total.unit}`,
          computed: `${parts.map((part) => part.value).join('+')}=${sum / 1000}`,
          other: { start: parts[0]!.numberStart, end: parts.at(-1)!.numberEnd },
        },
      ),
    );
  }
  return found;
}

const FARTHEST = 20;
const breakdown = /[（(，,：:](其中|包括|含|分别为|分别是|即)[：:，,]?[^（）()。；\n]{4,160}(?=[）)。；\n]|$)[）)]?/g;
