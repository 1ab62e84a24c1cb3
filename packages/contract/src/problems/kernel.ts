import type { ProblemTexts } from '../problem-texts.ts';

/** Problems that any endpoint can answer with. */
export const kernelProblems = {
  'request.invalid': {
    status: 400,
    'zh-CN': '提交的内容有误：{detail}',
    en: 'The request is not valid: {detail}',
  },
  'request.out_of_range': {
    status: 400,
    'zh-CN': '提交的数字或日期超出了可用范围，请改小后重试。',
    en: 'A number or a date in the request is out of range. Use a smaller one.',
  },
  'request.key_missing': {
    status: 400,
    'zh-CN': '缺少请求编号（Idempotency-Key），无法保证只执行一次。',
    en: 'The Idempotency-Key header is missing, so the command could not be made to happen exactly once.',
  },
  'request.key_reused': {
    status: 409,
    'zh-CN': '同一请求编号已用于另一项内容，请刷新页面后重试。',
    en: 'This idempotency key was already used for a different request. Reload the page and try again.',
  },
  'request.too_large': {
    status: 413,
    'zh-CN': '内容超过 {limit} 的上限。',
    en: 'The content is larger than the limit of {limit}.',
  },
  'request.too_many': {
    status: 429,
    'zh-CN': '操作过于频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  'request.unsupported_media': {
    status: 415,
    'zh-CN': '不支持这种内容格式。',
    en: 'This content type is not supported.',
  },
  'request.not_found': { status: 404, 'zh-CN': '没有这个地址。', en: 'There is nothing at this address.' },
  'record.not_found': {
    status: 404,
    'zh-CN': '没有找到这条记录，或者您无权查看。',
    en: 'This record does not exist, or you may not see it.',
  },
  'record.stale': {
    status: 409,
    'zh-CN': '这条记录刚被他人修改，请刷新后再操作。',
    en: 'Somebody changed this record in the meantime. Reload and try again.',
  },
  'record.duplicate': {
    status: 409,
    'zh-CN': '已有相同的记录：{field}。',
    en: 'There is already such a record: {field}.',
  },
  'record.refused': {
    status: 409,
    'zh-CN': '数据之间不一致，未保存（{constraint}）。',
    en: 'The data contradict each other, nothing was saved ({constraint}).',
  },
  'session.required': { status: 401, 'zh-CN': '请先登录。', en: 'Please sign in first.' },
  'session.forbidden': {
    status: 403,
    'zh-CN': '您的岗位没有这项权限，需要：{roles}。',
    en: 'Your position does not allow this. It needs: {roles}.',
  },
  'server.unexpected': {
    status: 500,
    'zh-CN': '系统出现意外错误，编号 {id}，请告知管理员。',
    en: 'Something unexpected went wrong. Tell the administrator this number: {id}.',
  },
} as const satisfies ProblemTexts;
