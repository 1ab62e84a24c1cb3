import type { Gap } from '../mandate.ts';

/** What is known about the document beside its text. */
export type DocumentFacts = {
  readonly gaps: readonly Pick<Gap, 'start' | 'end' | 'kind'>[];
  readonly title: string;
  /** the day the document gives itself, ISO */
  readonly date: string | null;
  /** the day a site says it published the document, as the site wrote it */
  readonly publishedAt?: string | undefined;
};
