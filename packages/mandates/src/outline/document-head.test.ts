import { expect, test } from 'vitest';
import { documentHead } from './document-head.ts';

const nothing = { speaker: null, organ: null, meeting: null, documentNumber: null };

test.each([
  [
    '区政协主席在政协常委视察“疏整促专项行动”工作座谈会上的讲话',
    '同志们：\n上午我们视察了几个点。',
    { speaker: '区政协主席', meeting: '政协常委视察“疏整促专项行动”工作座谈会' },
  ],
  ['在全区创城工作推进会议上的讲话', '同志们：\n今天开会。', { meeting: '全区创城工作推进会议' }],
  ['2023年区委书记在城建专题会讲话范文', '同志们：', { speaker: '区委书记', meeting: '城建专题会' }],
  [
    '在区委政协工作会议上的讲话',
    '同志们：\n今天，区委召开政协工作会议，主要任务是……',
    { meeting: '区委政协工作会议', organ: '区委' },
  ],
  [
    '在推进会上的讲话',
    '区委副书记、区长　沈菁宁\n（2026年4月20日）\n同志们：',
    { speaker: '区委副书记、区长 沈菁宁', meeting: '推进会' },
  ],
  ['在推进会上的讲话', '县委书记 李 明\n同志们：', { speaker: '县委书记 李明', meeting: '推进会' }],
  [
    '临川区人民政府办公室关于整治占道经营的通知',
    '临政办〔2026〕12号\n各街道办事处：\n请抓好落实。\n临川区人民政府办公室\n2026年5月12日',
    { organ: '临川区人民政府办公室', documentNumber: '临政办〔2026〕12号' },
  ],
  [
    '关于开展隐患排查的通知',
    '各科室：\n请认真排查。\n青溪镇安全生产委员会\n二〇二六年五月十二日',
    { organ: '青溪镇安全生产委员会' },
  ],
  ['区城管委第3次会议纪要', '时间：2026年5月8日', { meeting: '区城管委第3次会议' }],
  [
    '关于印发实施方案的通知',
    '临川区人民政府文件\n临政发[2026]3号',
    { organ: '临川区人民政府', documentNumber: '临政发[2026]3号' },
  ],
  ['老旧小区改造问答', '问：什么是改造？\n答：请看国办发〔2020〕23号文件。', {}],
])('%s', (title, body, stated) => {
  expect(documentHead(`${title}\n${body}`, title)).toEqual({ ...nothing, ...stated });
});
