/** What a page of a PDF shows, in points from its upper left corner, as a reader sees it. */

/** A stretch of text on one line in one font. */
export type Word = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** of the line that the characters stand on */
  readonly baseline: number;
  /** of the font */
  readonly size: number;
};

/** A straight line drawn on the page, horizontal or vertical. */
export type Ruling = {
  readonly isHorizontal: boolean;
  /** y of a horizontal, x of a vertical one */
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

export type Page = {
  /** counted from 1 */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly rulings: readonly Ruling[];
  /** the page shows pictures */
  readonly hasPictures: boolean;
};
