/**
 * What a character table gets wrong when it turns traditional script back: 著 is 着 in all but these words, and a few
 * variants that simplified text never has.
 */
export const zhuKept =
  /(名|显|昭|论|专|编|原|巨|卓|土|合|译|遗|旧|新|大|所|本|其|该)著|著(名|作|称|述|录|者|书|文|有|于|》)/;

export const scriptPhrases: readonly (readonly [from: string, to: string])[] = [['台帐', '台账']];
