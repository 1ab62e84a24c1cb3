import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of what stands around cases: places, standards, attachments and saved views. */
export const ledgerProblems = {
  'place.missing': {
    status: 422,
    'zh-CN': '请说明位置：地点、路段或地标文字均可。',
    en: 'Say where it is: a point, a line or a landmark in words.',
  },
  'place.coordinates_unlabelled': {
    status: 422,
    'zh-CN': '坐标没有注明坐标系，不能使用。请注明 CGCS2000、WGS84、GCJ02 或 BD09。',
    en: 'The coordinates do not say their system. State CGCS2000, WGS84, GCJ02 or BD09.',
  },
  'place.coordinates_unknown': {
    status: 422,
    'zh-CN': '不认识坐标系“{crs}”，可用 CGCS2000、WGS84、GCJ02、BD09。',
    en: 'The system “{crs}” is not known. Use CGCS2000, WGS84, GCJ02 or BD09.',
  },
  'place.outside_jurisdiction': {
    status: 422,
    'zh-CN': '位置不在本辖区范围内，请核对坐标及其坐标系。',
    en: 'The place lies outside this territory. Check the coordinates and their system.',
  },
  'standards.accept_limit_missing': {
    status: 422,
    'zh-CN': '表中没有“签收时限”一列，请补上该列，或在导入时写明统一的签收时限。',
    en: 'The table has no column for the accept-by limit. Add it, or state one limit for all rows when importing.',
  },
  'standards.valid_from_too_early': {
    status: 422,
    'zh-CN': '生效日期须晚于现行标准的生效日期 {after}。',
    en: 'The table must begin to hold after {after}, when the present one began.',
  },
  'standards.columns_missing': {
    status: 422,
    'zh-CN': '没有找到表头，缺少：{columns}。',
    en: 'The heading was not found. Missing: {columns}.',
  },
  'standards.cell_empty': {
    status: 422,
    'zh-CN': '此格为空，上方也没有可沿用的内容。',
    en: 'Empty, with nothing above to take over.',
  },
  'standards.duplicate_row': {
    status: 422,
    'zh-CN': '类别和立案条件与第 {row} 行重复。',
    en: 'The same class and condition as in row {row}.',
  },
  'standards.evidence_unknown': {
    status: 422,
    'zh-CN': '请填以下之一：{words}。',
    en: 'Write one of: {words}.',
  },
  'standards.pictures_for_all': {
    status: 422,
    'zh-CN': '不能让所有情形都以照片为结案前提（国办函〔2026〕12号）。请只对确有必要的情形要求照片，其余填“文字说明”。',
    en: 'Pictures must not be demanded for every condition (国办函〔2026〕12号). Ask for them only where the risk requires it; write 文字说明 elsewhere.',
  },
  'standards.yes_or_no': { status: 422, 'zh-CN': '请填“是”或“否”。', en: 'Write 是 or 否 (yes or no).' },
  'attachment.missing': { status: 400, 'zh-CN': '没有收到文件，请选择文件。', en: 'No file arrived. Choose a file.' },
  'attachment.type_refused': {
    status: 415,
    'zh-CN': '只接受 JPEG、PNG、WebP 图片和 PDF;这个文件的内容不是这些格式。',
    en: 'Only JPEG, PNG and WebP pictures and PDF are accepted; the content of this file is something else.',
  },
  'attachment.unreadable': {
    status: 422,
    'zh-CN': '图片已损坏，无法读取，请重新拍摄或另选一张。',
    en: 'The picture is damaged and cannot be read. Take or choose another.',
  },
  'attachment.too_many_pixels': {
    status: 422,
    'zh-CN': '图片过大({width}×{height})，最多 {most} 万像素且单边不超过 {side} 像素，请缩小后再传。',
    en: 'The picture is too large ({width}×{height}); at most {most}0,000 pixels and {side} on a side. Make it smaller.',
  },
  'attachment.too_many': {
    status: 409,
    'zh-CN': '每件问题最多 {most} 个附件。',
    en: 'A case holds at most {most} attachments.',
  },
  'attachment.file_missing': {
    status: 410,
    'zh-CN': '附件的记录还在，但文件已不在存储中。请联系系统管理员核查（duban verify 会指出），必要时从备份恢复。',
    en: 'The attachment is on record, but its file is no longer in the storage. Ask the administrator to check (duban verify names it) and to restore it from a backup.',
  },
  'attachment.not_a_picture': {
    status: 404,
    'zh-CN': '这个附件不是图片，请按文件下载。',
    en: 'This file is no picture. Download it as a document.',
  },
  'attachment.not_a_document': {
    status: 404,
    'zh-CN': '这个附件是图片，请按图片查看。',
    en: 'This file is a picture. Open it as one.',
  },
  'view.name_taken': {
    status: 409,
    'zh-CN': '您已有同名视图，请换一个名称。',
    en: 'You already have a view of this name. Choose another.',
  },
  'view.too_many': {
    status: 409,
    'zh-CN': '最多保存 {most} 个视图，请先删除不用的。',
    en: 'At most {most} views can be saved. Delete one first.',
  },
} as const satisfies ProblemTexts;
