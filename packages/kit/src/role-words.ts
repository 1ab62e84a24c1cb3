import type { Role } from './actor.ts';

/** What roles are called, on pages, in sheets and in refusals alike. */
export const roleWords: Readonly<Record<Role, { readonly 'zh-CN': string; readonly en: string }>> = {
  dispatcher: { 'zh-CN': '派遣员', en: 'dispatcher' },
  handler: { 'zh-CN': '承办人', en: 'handler' },
  inspector: { 'zh-CN': '检查员', en: 'inspector' },
  leader: { 'zh-CN': '领导', en: 'leader' },
  cppcc_member: { 'zh-CN': '政协委员', en: 'CPPCC member' },
  cppcc_office: { 'zh-CN': '政协机关', en: 'CPPCC office' },
  system_admin: { 'zh-CN': '系统管理员', en: 'system administrator' },
  security_admin: { 'zh-CN': '安全管理员', en: 'security administrator' },
  audit_admin: { 'zh-CN': '审计管理员', en: 'audit administrator' },
};
