import type { ThemeConfig } from 'antd';

/**
 * Colours, sizes and shapes of every Duban page. Text colours reach at least 4.5:1 on the surfaces that they are used
 * on (`tokens.test.ts` computes it), and no light is told by its colour alone: see `status-light.tsx`.
 */
export const palette = {
  ink: '#1b2733',
  inkSoft: '#4a5968',
  inkFaint: '#5f6d7b',
  surface: '#ffffff',
  ground: '#f4f6f8',
  line: '#d5dbe1',
  lineStrong: '#8593a0',
  primary: '#17507f',
  primaryStrong: '#0f3a5e',
  primarySoft: '#e8f0f7',
  focus: '#b45309',
} as const;

/** The tones of lights, tags, map areas and messages. `text` is readable on `soft` and on white. */
export const tones = {
  red: { text: '#9f1239', solid: '#be123c', soft: '#fff0f2', line: '#f0a8b8' },
  amber: { text: '#854a0a', solid: '#b45309', soft: '#fff6e5', line: '#ecc67f' },
  green: { text: '#166044', solid: '#1b7a56', soft: '#eaf6f0', line: '#9bcfb8' },
  blue: { text: '#17507f', solid: '#1d629c', soft: '#e8f0f7', line: '#a5c3dc' },
  grey: { text: '#4a5968', solid: '#5f6d7b', soft: '#f0f2f5', line: '#c3ccd4' },
} as const;

export type Tone = keyof typeof tones;

export const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

/** The antd theme made from the tokens. Large type (大字) raises text, line height and the height of controls. */
export function themeOf({ large }: { large: boolean }): ThemeConfig {
  return {
    hashed: false,
    token: {
      colorPrimary: palette.primary,
      colorInfo: palette.primary,
      colorLink: palette.primary,
      colorError: tones.red.solid,
      colorErrorText: tones.red.text,
      colorWarning: tones.amber.solid,
      colorSuccess: tones.green.solid,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkFaint,
      colorTextDescription: palette.inkFaint,
      colorTextPlaceholder: palette.inkFaint,
      colorTextDisabled: palette.inkFaint,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorBgLayout: palette.ground,
      fontFamily: 'var(--font)',
      fontSize: large ? 18 : 14,
      controlHeight: large ? 44 : 34,
      borderRadius: 4,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Table: {
        cellPaddingBlock: large ? 14 : 9,
        cellPaddingInline: 12,
        headerBg: palette.ground,
        headerSplitColor: 'transparent',
      },
      Descriptions: { labelColor: palette.inkFaint },
    },
  };
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [bright, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
