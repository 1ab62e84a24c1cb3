import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of units, people, positions, pairings and imports. */
export const organisationProblems = {
  'unit.wrong_parent': {
    status: 422,
    'zh-CN': '这类单位（{kind}）不能设在该上级（{parent}）之下，请另选上级单位。',
    en: 'A unit of this kind ({kind}) has no place below that parent ({parent}). Choose another parent.',
  },
  'unit.closed': {
    status: 409,
    'zh-CN': '该单位在所选日期不存在（已撤销或尚未设立），请选择有效的单位或日期。',
    en: 'The unit does not exist on that day: it was closed or is not founded yet. Choose another unit or day.',
  },
  'unit.code_taken': {
    status: 409,
    'zh-CN': '代码已被另一单位在同一时期使用，请核对代码或生效日期。',
    en: 'Another unit has this code in the same period. Check the code or its first day.',
  },
  'unit.name_taken': {
    status: 409,
    'zh-CN': '同一上级之下已有同名单位，请使用能区分的名称。',
    en: 'There is already a unit of this name below the same parent. Use a name that tells them apart.',
  },
  'unit.cycle': {
    status: 422,
    'zh-CN': '不能把单位移到它自己的下级之中，请另选上级单位。',
    en: 'A unit cannot be moved below itself. Choose another parent.',
  },
  'unit.top': {
    status: 422,
    'zh-CN': '最上级的政府单位不能移动或撤销。',
    en: 'The government at the top of the tree cannot be moved or closed.',
  },
  'unit.has_children': {
    status: 409,
    'zh-CN': '该单位还有 {count} 个下级单位，请先移动或撤销它们。',
    en: 'The unit still has {count} units below it. Move or close them first.',
  },
  'unit.has_people': {
    status: 409,
    'zh-CN': '该单位还有 {count} 人任职，请先由安全管理员结束或调整其岗位。',
    en: '{count} people still hold positions in the unit. Have the security administrator end or move them first.',
  },
  'unit.outside': {
    status: 403,
    'zh-CN': '该单位不在您的管理范围内，请联系上级管理员。',
    en: 'The unit is outside of the territory that you administer. Ask the administrator above you.',
  },
  'unit.wrong_code': {
    status: 422,
    'zh-CN': '代码“{code}”不符合{scheme}的格式或校验规则，请核对。',
    en: 'The code "{code}" does not have the form of {scheme}. Check its digits.',
  },
  'unit.wrong_period': {
    status: 422,
    'zh-CN': '日期早于该单位的设立日期，请选择之后的日期。',
    en: 'The day lies before the unit was founded. Choose a later day.',
  },
  'unit.no_territory': {
    status: 422,
    'zh-CN': '只有街道、社区和网格有辖区边界。',
    en: 'Only streets, communities and grids have a boundary.',
  },
  'unit.wrong_area': {
    status: 422,
    'zh-CN': '第 {ring} 个边界不是有效的多边形（自相交或面积为零），请检查坐标。',
    en: 'Outline {ring} is no valid polygon: it crosses itself or has no area. Check its points.',
  },
  'pairing.one_side': {
    status: 422,
    'zh-CN': '包保一方请选择一位领导或一个部门，二者选其一。',
    en: 'Choose either a leader or a department for the pairing, not both and not neither.',
  },
  'pairing.wrong_unit': {
    status: 422,
    'zh-CN': '包保对象应为社区，包保单位应为部门、指挥部或政府。',
    en: 'A pairing joins a community with a leader or with a department, command post or government.',
  },
  'pairing.exists': {
    status: 409,
    'zh-CN': '同一时期已有相同的包保关系。',
    en: 'The same pairing already holds in that period.',
  },
  'pairing.ended': {
    status: 409,
    'zh-CN': '该包保关系已经结束。',
    en: 'The pairing has already ended.',
  },
  'pairing.wrong_period': {
    status: 422,
    'zh-CN': '结束日期不能早于开始日期，请选择之后的日期。',
    en: 'A pairing cannot end before it began. Choose a later day.',
  },
  'position.separated': {
    status: 409,
    'zh-CN':
      '系统、安全、审计三类管理员必须由不同的人担任（GB/T 22239-2019）：此人已是 {other}，不能再任 {role}。请指定另一人。',
    en: 'System, security and audit administration must lie in different hands (GB/T 22239-2019): this person is {other} already and cannot be {role}. Name somebody else.',
  },
  'position.wrong_unit': {
    status: 422,
    'zh-CN': '角色 {role} 不能设在这类单位（{kind}）：政协角色只在政协单位，其他角色不在政协单位。',
    en: 'The role {role} has no place in a unit of this kind ({kind}): CPPCC roles belong to CPPCC units, and only they do.',
  },
  'position.own': {
    status: 403,
    'zh-CN': '不能更改自己的权限、密码或账号状态，请由另一位安全管理员办理；自己的密码请在“我的账号”中修改。',
    en: 'Nobody changes the own permissions or account. Ask another security administrator; the own password is changed under "My account".',
  },
  'position.outside': {
    status: 403,
    'zh-CN': '该单位不在您的管理范围内，不能在其中授予岗位。',
    en: 'The unit is outside of the territory that you administer, so you cannot grant positions in it.',
  },
  'position.exists': {
    status: 409,
    'zh-CN': '此人在同一时期已在该单位担任同一角色。',
    en: 'The person already holds this role in this unit in the same period.',
  },
  'position.wrong_period': {
    status: 422,
    'zh-CN': '岗位的结束日期须晚于开始日期，且在单位存续期内。',
    en: 'A position must end after it begins, and lie within the time that the unit exists.',
  },
  'position.last_security_admin': {
    status: 409,
    'zh-CN': '这是最后一位安全管理员，请先任命另一位，否则将无人能管理账号。',
    en: 'This is the last security administrator. Name another one first, or nobody could manage accounts.',
  },
  'position.not_held': {
    status: 403,
    'zh-CN': '您在该单位没有有效岗位。',
    en: 'You hold no position in that unit today.',
  },
  'person.outside': {
    status: 403,
    'zh-CN': '此人不完全在您的管理范围内，请联系上级管理员。',
    en: 'The person also holds positions outside of the territory that you administer. Ask the administrator above you.',
  },
  'person.deactivated': {
    status: 409,
    'zh-CN': '此账号已停用。',
    en: 'This account was closed.',
  },
  'person.still_active': {
    status: 409,
    'zh-CN': '此人仍在任，请先停用账号再删除个人信息。',
    en: 'The person is still active. Close the account before erasing the personal data.',
  },
  'person.not_locked': {
    status: 409,
    'zh-CN': '此账号未被锁定。',
    en: 'This account is not locked.',
  },
  'person.no_second_factor': {
    status: 409,
    'zh-CN': '此账号未启用动态验证码。',
    en: 'This account has no second factor.',
  },
  'import.not_xlsx': {
    status: 415,
    'zh-CN': '这不是可读取的 XLSX 文件（{reason}）。请用模板填写，另存为 .xlsx 后再上传。',
    en: 'This is no readable XLSX file ({reason}). Fill in the template and save it as .xlsx.',
  },
  'import.too_many_rows': {
    status: 413,
    'zh-CN': '一次最多导入 {limit} 行，请分成几个文件。',
    en: 'At most {limit} rows can be imported at once. Split the file.',
  },
  'import.wrong_columns': {
    status: 422,
    'zh-CN': '表头不符，缺少列：{missing}。请使用下载的模板，不要改动表头。',
    en: 'These columns are missing: {missing}. Use the template and leave its headings as they are.',
  },
  'import.no_rows': {
    status: 422,
    'zh-CN': '表中没有数据行，请从表头下一行开始填写。',
    en: 'The sheet has no rows. Begin in the row below the headings.',
  },
  'import.formula': {
    status: 422,
    'zh-CN': '单元格含有公式，请粘贴为值。',
    en: 'The cell holds a formula. Paste its value instead.',
  },
  'import.missing': { status: 422, 'zh-CN': '此列必填。', en: 'This column must be filled in.' },
  'import.unknown_value': {
    status: 422,
    'zh-CN': '“{value}”不在可选范围内：{allowed}。',
    en: '"{value}" is none of: {allowed}.',
  },
  'import.invalid_value': {
    status: 422,
    'zh-CN': '“{value}”格式不正确：{detail}。',
    en: '"{value}" is not valid: {detail}.',
  },
  'import.unknown_unit': {
    status: 422,
    'zh-CN': '没有代码或名称为“{value}”的单位，请先导入单位或更正。',
    en: 'There is no unit with the code or name "{value}". Import the unit first, or correct it.',
  },
  'import.ambiguous_unit': {
    status: 422,
    'zh-CN': '有多个单位叫“{value}”，请填写单位代码。',
    en: 'Several units are called "{value}". Give the code of the unit.',
  },
  'import.duplicate_row': {
    status: 422,
    'zh-CN': '与第 {row} 行重复。',
    en: 'The same as row {row}.',
  },
  'import.parent_cycle': {
    status: 422,
    'zh-CN': '上级单位互相指向，形成循环。',
    en: 'The parents of these units point at each other in a circle.',
  },
  'import.parent_faulty': {
    status: 422,
    'zh-CN': '上级单位所在的第 {row} 行有误，本行因此无法导入。',
    en: 'The parent in row {row} is faulty, so this row cannot be imported either.',
  },
} as const satisfies ProblemTexts;
