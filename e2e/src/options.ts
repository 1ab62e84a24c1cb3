/** What a person may ask of a run of the browser tests. Read from the environment here and nowhere else. */
export const options = {
  /** a folder for pictures of every page, to be looked at; null: none are taken */
  shots: process.env.DUBAN_SHOTS ?? null,
};
