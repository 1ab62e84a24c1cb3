import type { ProblemTexts } from '../problem-texts.ts';

/** Why the language model is not asked. */
export const modelProblems = {
  'model.switched_off': {
    status: 409,
    'zh-CN': '没有启用语言模型，文件不会离开本机。如需启用，请系统管理员设置 DUBAN_MODEL_ADDRESS 和 DUBAN_MODEL_NAME。',
    en: 'No language model is switched on, and no document leaves this machine. To switch one on, the system administrator sets DUBAN_MODEL_ADDRESS and DUBAN_MODEL_NAME.',
  },
  'model.asked_already': {
    status: 409,
    'zh-CN': '这份文件已经交给语言模型，还没有返回结果，请稍候。',
    en: 'This document has been given to the language model already. Wait for its answer.',
  },
  'directive.suggested': {
    status: 409,
    'zh-CN': '这条只由语言模型提出，请逐条核对原文后再采纳。',
    en: 'Only the language model proposed this. Compare it with the text before you accept it.',
  },
} as const satisfies ProblemTexts;
