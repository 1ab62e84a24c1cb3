/** The closed vocabularies of a case besides its states and verbs, with the words the pages show. */

/** Where a case came from. Hearsay channels are looked at before they are filed; what a duty officer saw is not. */
export const sourceChannels = {
  public: { 'zh-CN': '群众反映', en: 'residents', needsPreFilingCheck: true },
  society: { 'zh-CN': '社会监督', en: 'social supervision', needsPreFilingCheck: true },
  media: { 'zh-CN': '舆论监督', en: 'media', needsPreFilingCheck: true },
  patrol: { 'zh-CN': '巡查发现', en: 'patrol', needsPreFilingCheck: false },
  named_by_superior: { 'zh-CN': '上级点名', en: 'named by a higher level', needsPreFilingCheck: false },
  assessment: { 'zh-CN': '测评反馈', en: 'assessment', needsPreFilingCheck: false },
  directive: { 'zh-CN': '文件交办', en: 'directive in a document', needsPreFilingCheck: false },
  cppcc: { 'zh-CN': '政协监督', en: 'CPPCC oversight', needsPreFilingCheck: true },
} as const;
export type SourceChannel = keyof typeof sourceChannels;
export const allSourceChannels = Object.keys(sourceChannels) as SourceChannel[];

export const priorities = {
  ordinary: { 'zh-CN': '一般', en: 'ordinary' },
  important: { 'zh-CN': '重要', en: 'important' },
  urgent: { 'zh-CN': '紧急', en: 'urgent' },
} as const;
export type Priority = keyof typeof priorities;
export const allPriorities = Object.keys(priorities) as Priority[];

/** How a case ended. `duplicate` is not here: a duplicate is merged, which is a state of its own. */
export const closureKinds = {
  solved: { 'zh-CN': '已解决', en: 'solved' },
  plan_filed: { 'zh-CN': '已制定计划', en: 'plan filed' },
  informed: { 'zh-CN': '告知性结案', en: 'informed only' },
  transferred: { 'zh-CN': '移送其他机关', en: 'transferred' },
  false_report: { 'zh-CN': '情况不属实', en: 'false report' },
} as const;
export type ClosureKind = keyof typeof closureKinds;
export const allClosureKinds = Object.keys(closureKinds) as ClosureKind[];

/** The kinds that need no work on the ground, so that no unit has to be sent. */
export const closureKindsWithoutHandling = ['informed', 'transferred', 'false_report'] as const;
export type ClosureKindWithoutHandling = (typeof closureKindsWithoutHandling)[number];

export const filingRefusalReasons = {
  not_real: { 'zh-CN': '核实不属实', en: 'not found on the ground' },
  outside_jurisdiction: { 'zh-CN': '不属本辖区', en: 'outside this territory' },
  outside_catalogue: { 'zh-CN': '不在立案范围', en: 'not in the catalogue' },
  already_handled: { 'zh-CN': '已办结且无新情况', en: 'already handled, nothing new' },
  legal_channel: { 'zh-CN': '应走法定渠道', en: 'belongs to a legal channel' },
} as const;
export type FilingRefusalReason = keyof typeof filingRefusalReasons;
export const allFilingRefusalReasons = Object.keys(filingRefusalReasons) as FilingRefusalReason[];

/** Pictures are optional but for what `evidenceRules` say; the kinds follow practice (near, far, reference object, before, after). */
export const attachmentKinds = {
  near: { 'zh-CN': '近景', en: 'near view' },
  far: { 'zh-CN': '远景', en: 'far view' },
  reference: { 'zh-CN': '参照物', en: 'reference object' },
  before: { 'zh-CN': '整改前', en: 'before' },
  after: { 'zh-CN': '整改后', en: 'after' },
  document: { 'zh-CN': '文件', en: 'document' },
} as const;
export type AttachmentKind = keyof typeof attachmentKinds;
export const allAttachmentKinds = Object.keys(attachmentKinds) as AttachmentKind[];

/**
 * What a row of the standards table asks for before a case of its kind may end, by the risk of the matter and never for
 * all alike (国办函〔2026〕12号: no compulsory upload of work photos when not necessary). Low risk: a statement. Middle:
 * one picture before and one after. High: somebody else looks on the spot; a picture could be of anywhere.
 */
export const evidenceRules = {
  statement: { 'zh-CN': '文字说明', en: 'a statement' },
  picture_pair: { 'zh-CN': '整改前后照片', en: 'pictures before and after' },
  field_check: { 'zh-CN': '现场核查', en: 'a check on the spot' },
} as const;
export type EvidenceRule = keyof typeof evidenceRules;
export const allEvidenceRules = Object.keys(evidenceRules) as EvidenceRule[];
