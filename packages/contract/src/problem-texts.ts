export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A registered problem: its HTTP status and its sentence in every language. `{name}` is filled from the parameters. */
export type ProblemText = { readonly status: number } & Readonly<Record<Locale, string>>;
export type ProblemTexts = Readonly<Record<string, ProblemText>>;
