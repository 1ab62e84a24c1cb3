import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of cases themselves. */
export const caseProblems = {
  'case.wrong_state': {
    status: 409,
    'zh-CN': '问题目前“{case_state}”，不能{case_verb}。请先查看案卷上现在可以做的事项。',
    en: 'The case is “{case_state}”, so “{case_verb}” is not possible now. Look at the case page for what can be done.',
  },
  'case.role_needed': {
    status: 403,
    'zh-CN': '您的岗位不能{case_verb}，需要的岗位：{roles}。请由相应岗位的人员办理。',
    en: 'Your position does not allow “{case_verb}”. It needs: {roles}. Ask somebody who holds it.',
  },
  'case.other_jurisdiction': {
    status: 404,
    'zh-CN': '没有找到这件问题，或者它不属于本辖区。',
    en: 'This case does not exist, or it belongs to another territory.',
  },
  'case.not_your_unit': {
    status: 403,
    'zh-CN': '这件问题没有派给您的单位，只能由承办单位办理。',
    en: 'This case is not charged to your unit. Only the handling unit can do this.',
  },
  'case.own_work': {
    status: 409,
    'zh-CN': '承办过的单位不能自己核查、销号或批准，请由其他单位的人员办理。',
    en: 'Those who handled a case never verify it. Ask somebody of another unit.',
  },
  'case.pictures_missing': {
    status: 409,
    'zh-CN': '按处置标准，这类问题报“已解决”需要照片，还缺：{attachment_kinds}。请先在“图片与文件”中添加。',
    en: 'The standard asks for pictures before such a case is reported as solved. Still missing: {attachment_kinds}. Add them under “Pictures and files” first.',
  },
  'case.field_check_needed': {
    status: 409,
    'zh-CN': '按处置标准，这类问题须到现场核查后才能通过。请到现场看过，再勾选“已到现场”。',
    en: 'The standard asks for a check on the spot before such a case passes. Go there first, then tick “On the spot”.',
  },
  'case.reason_missing': {
    status: 422,
    'zh-CN': '请写明理由或说明，不能为空。',
    en: 'Give the reason in words; it cannot be empty.',
  },
  'case.title_missing': { status: 422, 'zh-CN': '请填写标题。', en: 'Give the case a title.' },
  'case.class_unknown': {
    status: 422,
    'zh-CN': '标准表中没有问题类别“{classCode}”，请从类别清单中选择。',
    en: 'The standards table has no class “{classCode}”. Choose one from the list of classes.',
  },
  'case.pre_filing_check_missing': {
    status: 409,
    'zh-CN': '群众、社会、媒体反映的问题须先核实再立案，请先记录核实结果。',
    en: 'What came by hearsay is looked at before it is filed. Record the pre-filing check first.',
  },
  'case.pre_filing_check_negative': {
    status: 409,
    'zh-CN': '核实结果为不属实，不能立案；请不予立案，或重新核实。',
    en: 'The pre-filing check found it not to be real. Refuse to file it, or check again.',
  },
  'case.standard_missing': {
    status: 422,
    'zh-CN':
      '标准表中没有类别“{classCode}”、立案条件“{conditionCode}”的现行标准，无法确定时限。请另选立案条件，或先导入标准。',
    en: 'No standard is in force for class “{classCode}” and condition “{conditionCode}”, so there is no limit. Choose another condition or import the standard first.',
  },
  'case.not_filed': {
    status: 409,
    'zh-CN': '问题尚未按立案条件立案，没有时限，请先立案。',
    en: 'The case was not filed under a condition yet and has no limits. File it first.',
  },
  'case.unit_unknown': {
    status: 422,
    'zh-CN': '所选单位不存在或已撤销，请重新选择。',
    en: 'The chosen unit does not exist or was closed. Choose another.',
  },
  'case.territory_unknown': {
    status: 422,
    'zh-CN': '无法由位置确定属地，请选择属地街道或社区。',
    en: 'The territory cannot be found from the place. Choose the street or community.',
  },
  'case.not_territorial_unit': {
    status: 422,
    'zh-CN': '属地单位须为街道、社区或网格，请重新选择。',
    en: 'The territorial unit must be a street, a community or a grid. Choose again.',
  },
  'case.not_line_unit': {
    status: 422,
    'zh-CN': '牵头单位须为部门一类的单位，不能是街道、社区或网格。',
    en: 'The line unit leads by its sector: it cannot be a street, a community or a grid.',
  },
  'case.unit_cannot_handle': {
    status: 422,
    'zh-CN': '这类单位没有处置职责，请选择部门、街道、社区或作业单位。',
    en: 'A unit of this kind has no duty to act. Choose a department, street, community or contractor.',
  },
  'case.handler_not_responsible': {
    status: 422,
    'zh-CN': '承办单位须为牵头单位、属地单位或其下级单位，请重新选择。',
    en: 'The handling unit must be the line unit, the territorial unit or a unit below one of them. Choose again.',
  },
  'case.not_community_duty': {
    status: 422,
    'zh-CN': '该事项不在社区职责清单内，不能派给社区或网格；请由街道或部门承办。',
    en: 'This matter is not on the list of duties of communities. Let the street or the department act.',
  },
  'case.assignment_open': {
    status: 409,
    'zh-CN': '内部指派尚未收回，请先收回指派。',
    en: 'The internal assignment is still open. Withdraw it first.',
  },
  'case.no_assignment': { status: 409, 'zh-CN': '没有可收回的内部指派。', en: 'There is no internal assignment.' },
  'case.assignment_binds': {
    status: 409,
    'zh-CN': '承办单位由争议裁定确定，不能再退回、撤回或提出争议；如有新情况，请申请延期或挂账。',
    en: 'The unit was charged by a decision in a dispute, which binds. Ask for an extension or a suspension if need be.',
  },
  'case.unit_not_below': {
    status: 422,
    'zh-CN': '只能指派给本单位的下级单位，请重新选择。',
    en: 'Work can only be assigned to a unit below your own. Choose again.',
  },
  'case.nothing_to_correct': {
    status: 422,
    'zh-CN': '没有任何更正。请修改内容；退回的问题确认无误的，请写明说明。',
    en: 'Nothing was corrected. Change something; for a returned case, say at least why it was right.',
  },
  'case.unit_cannot_decide': {
    status: 422,
    'zh-CN': '裁定机关须为政府、领导小组、指挥部或部门，请重新选择。',
    en: 'A dispute is decided by the government, a leading group, a command post or a department. Choose again.',
  },
  'case.deciding_unit_is_party': {
    status: 422,
    'zh-CN': '争议一方或其下级单位不能作裁定机关，请选择其他机关。',
    en: 'A party of the dispute, or a unit below it, cannot decide it. Choose another organ.',
  },
  'case.not_deciding_unit': {
    status: 403,
    'zh-CN': '争议只能由指定的裁定机关裁定。',
    en: 'Only the named organ decides this dispute.',
  },
  'case.request_pending': {
    status: 409,
    'zh-CN': '已有一项申请正在审批，请等待结果。',
    en: 'A request is already waiting for its decision. Wait for it.',
  },
  'case.no_request': { status: 409, 'zh-CN': '没有待审批的申请。', en: 'No request is waiting.' },
  'case.request_endorsed': {
    status: 409,
    'zh-CN': '单位已审核同意，现由派遣员审批。',
    en: 'The unit has endorsed the request; the dispatcher decides now.',
  },
  'case.request_not_endorsed': {
    status: 409,
    'zh-CN': '申请须先经承办单位负责人审核同意。',
    en: 'The leader of the handling unit endorses the request first.',
  },
  'case.own_request': {
    status: 409,
    'zh-CN': '不能审批自己提出或审核过的申请，请由他人办理。',
    en: 'Nobody decides on a request that he or she made or endorsed. Ask somebody else.',
  },
  'case.not_unit_leader': {
    status: 403,
    'zh-CN': '只能由承办单位或其上级单位的负责人审核。',
    en: 'Only a leader of the handling unit or of a unit above it can do this.',
  },
  'case.extensions_used_up': {
    status: 409,
    'zh-CN': '延期最多批准 {most} 次，已经用完；确实无法按期解决的，请申请挂账。',
    en: 'At most {most} extensions are granted, and they are used up. Ask for a suspension if it cannot be solved in time.',
  },
  'case.limit_passed': {
    status: 409,
    'zh-CN': '处置时限已过，延期和挂账须在时限之前申请。请尽快处置并说明情况。',
    en: 'The limit has passed: extensions and suspensions are asked for before it. Put it right and say why it was late.',
  },
  'case.suspended_before': {
    status: 409,
    'zh-CN': '每件问题只能挂账一次。',
    en: 'A case can be suspended only once.',
  },
  'case.return_date_out_of_range': {
    status: 422,
    'zh-CN': '恢复日期须在 {today} 之后、{last} 之前（含当日，最长一年）。',
    en: 'The return date must lie after {today} and not after {last}: at most a year.',
  },
  'case.return_date_not_reached': {
    status: 409,
    'zh-CN': '恢复日期未到；需要提前恢复的，请由派遣员办理。',
    en: 'The return date has not come. A dispatcher can resume the case early.',
  },
  'case.checked_already': {
    status: 409,
    'zh-CN': '核查已经通过，可以销号。',
    en: 'The check has been passed already. The case can be closed out.',
  },
  'case.not_checked': {
    status: 409,
    'zh-CN': '核查通过后才能销号，请先由其他单位的人员核查。',
    en: 'A case is closed out after a passed check. Let somebody of another unit check it first.',
  },
  'case.same_case': {
    status: 422,
    'zh-CN': '不能归并到自身，请另选案卷。',
    en: 'A case cannot be merged into itself.',
  },
  'case.merge_target_ended': {
    status: 409,
    'zh-CN': '案卷 {number} 已经办结，不能归并到其中。请选择仍在办理的案卷。',
    en: 'Case {number} has ended. Merge into a case that is still open.',
  },
  'case.merge_class_differs': {
    status: 422,
    'zh-CN': '两件问题的类别不同，不是重复问题。如类别有误，请先更正。',
    en: 'The classes differ, so it is not a duplicate. Correct the class first if it is wrong.',
  },
  'case.cursor_invalid': {
    status: 400,
    'zh-CN': '翻页位置无效，请从第一页重新查看。',
    en: 'The position in the list is not valid. Start again from the first page.',
  },
} as const satisfies ProblemTexts;
