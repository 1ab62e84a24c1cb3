import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of signing in, passwords and second factors. */
export const sessionProblems = {
  'session.wrong_password': {
    status: 401,
    'zh-CN': '账号或密码不正确。连续输错 {allowed} 次，账号将锁定 {minutes} 分钟。',
    en: 'The account or the password is wrong. After {allowed} failures in a row the account is locked for {minutes} minutes.',
  },
  'session.wrong_code': {
    status: 401,
    'zh-CN': '动态验证码不正确。请核对手机时间，输入当前显示的 6 位数字，或使用备用码。',
    en: 'The code is wrong. Check the clock of your telephone and type the six digits shown now, or use a backup code.',
  },
  'session.code_expired': {
    status: 401,
    'zh-CN': '登录步骤已超时，请重新输入账号和密码。',
    en: 'Signing in took too long. Start again with account and password.',
  },
  'session.foreign_origin': {
    status: 403,
    'zh-CN': '请求来自其他网站，已拒绝。请从本系统的登录页进入。',
    en: 'The request came from another site and was refused. Use the sign-in page of this system.',
  },
  'session.no_position': {
    status: 403,
    'zh-CN': '您目前没有任何岗位，请联系安全管理员。',
    en: 'You hold no position at present. Ask the security administrator.',
  },
  'session.change_password': {
    status: 403,
    'zh-CN': '首次登录或密码到期，请先在“我的账号”修改密码，再进行其他操作。',
    en: 'This is the first sign-in or the password has expired. Change it under "My account" before doing anything else.',
  },
  'session.set_second_factor': {
    status: 403,
    'zh-CN': '您的角色必须启用动态验证码，请先在“我的账号”中设置。',
    en: 'Your role requires a second factor. Set it up under "My account" before doing anything else.',
  },
  'account.taken': {
    status: 409,
    'zh-CN': '账号名已被使用，请换一个。',
    en: 'This account name is taken. Choose another one.',
  },
  'account.locked': {
    status: 429,
    'zh-CN': '连续输错次数过多，账号已锁定，请 {minutes} 分钟后再试，或请安全管理员解锁。',
    en: 'Too many failures: the account is locked. Try again in {minutes} minutes, or ask the security administrator to unlock it.',
  },
  'account.closed': {
    status: 403,
    'zh-CN': '此账号已停用，请联系安全管理员。',
    en: 'This account was closed. Ask the security administrator.',
  },
  'password.wrong': { status: 422, 'zh-CN': '当前密码不正确。', en: 'The current password is wrong.' },
  'password.same': {
    status: 422,
    'zh-CN': '新密码与当前密码相同，请换一个。',
    en: 'The new password is the same as the current one. Choose another.',
  },
  'password.too_short': {
    status: 422,
    'zh-CN': '密码至少 {minimum} 个字符。',
    en: 'The password needs at least {minimum} characters.',
  },
  'password.too_long': {
    status: 422,
    'zh-CN': '密码最多 {maximum} 个字符。',
    en: 'The password may have at most {maximum} characters.',
  },
  'password.too_plain': {
    status: 422,
    'zh-CN': '密码须包含大写字母、小写字母、数字、符号中的至少三类。',
    en: 'The password needs three of: capital letters, small letters, digits, other signs.',
  },
  'password.contains_account': {
    status: 422,
    'zh-CN': '密码不能包含账号名或其倒写。',
    en: 'The password must not contain the account name, forwards or backwards.',
  },
  'password.common': {
    status: 422,
    'zh-CN': '这个密码太常见，容易被猜到，请换一个。',
    en: 'This password is too common and easily guessed. Choose another.',
  },
  'second_factor.already_set': {
    status: 409,
    'zh-CN': '动态验证码已经启用。如要更换手机，请先停用。',
    en: 'The second factor is set up already. To change the telephone, remove it first.',
  },
  'second_factor.not_set': {
    status: 409,
    'zh-CN': '尚未启用动态验证码。',
    en: 'The second factor is not set up.',
  },
  'second_factor.required': {
    status: 409,
    'zh-CN': '您的角色必须使用动态验证码，不能停用。更换手机请由安全管理员重置。',
    en: 'Your role requires the second factor, so it cannot be removed. To change the telephone, have the security administrator reset it.',
  },
} as const satisfies ProblemTexts;
