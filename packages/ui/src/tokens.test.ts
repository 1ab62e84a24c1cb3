import { describe, expect, it } from 'vitest';
import { contrast, palette, tones } from './tokens.tsx';

describe('colours', () => {
  it('computes the contrast that WCAG prints', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(['ink', 'inkSoft', 'inkFaint', 'primary', 'primaryStrong'] as const)('%s is readable as text', (name) => {
    expect(contrast(palette[name], palette.surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette[name], palette.ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(tones))('the %s tone is readable on its soft ground, and white on its solid', (_, tone) => {
    expect(contrast(tone.text, tone.soft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tone.text, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#ffffff', tone.solid)).toBeGreaterThanOrEqual(4.5);
  });

  it('borders of controls and the focus ring reach 3:1', () => {
    expect(contrast(palette.lineStrong, palette.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.focus, palette.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.focus, palette.ground)).toBeGreaterThanOrEqual(3);
  });
});
