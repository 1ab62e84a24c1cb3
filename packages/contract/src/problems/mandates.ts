import type { ProblemTexts } from '../problem-texts.ts';

/** Why a document cannot be read, and why a directive or a task cannot be changed. */
export const mandateProblems = {
  'document.empty': { status: 422, 'zh-CN': '文件是空的，请重新选择。', en: 'The file is empty. Choose another one.' },
  'document.too_large': {
    status: 413,
    'zh-CN': '文件超过 {limit} 的上限，请拆分后再上传。',
    en: 'The file is larger than {limit}. Split it and upload the parts.',
  },
  'document.not_text': {
    status: 422,
    'zh-CN': '读不出文字：内容不像任何一种文字编码，请确认文件没有损坏。',
    en: 'No text could be read: the content fits no text encoding. Check that the file is not damaged.',
  },
  'document.no_text': {
    status: 422,
    'zh-CN': '文件里没有文字（可能只有图片），请上传带文字的版本。',
    en: 'There is no text in this file (perhaps only pictures). Upload a version with text.',
  },
  'document.no_text_layer': {
    status: 422,
    'zh-CN':
      '这份文件只有图片（多为扫描件），没有可读取的文字层。请先做文字识别（OCR）再上传，或向发文单位索取电子版。',
    en: 'This file shows pictures only (probably a scan) and has no text layer. Run text recognition (OCR) on it first, or ask its sender for the electronic version.',
  },
  'document.too_many_pages': {
    status: 413,
    'zh-CN': '文件有 {pages} 页，超过 {limit} 页的上限，请拆分后再上传。',
    en: 'The file has {pages} pages, more than the limit of {limit}. Split it and upload the parts.',
  },
  'document.too_demanding': {
    status: 422,
    'zh-CN': '读取这份文件超出了时间或内存上限（{seconds} 秒），已停止。请拆分文件，或者把文字粘贴进来。',
    en: 'Reading this file took more than the time ({seconds} s) or memory allowed and was stopped. Split the file, or paste its text.',
  },
  'document.wrong_extension': {
    status: 422,
    'zh-CN': '扩展名是 .{extension}，内容却是 {found}，请改正扩展名或另存后再上传。',
    en: 'The extension is .{extension} but the content is {found}. Correct the extension or save the file again.',
  },
  'document.format_unsupported': {
    status: 415,
    'zh-CN': '暂不支持 {format} 格式，请另存为 DOCX、DOC、PDF、XLSX、HTML 或 TXT 再上传。',
    en: 'The format {format} is not supported. Save the document as DOCX, DOC, PDF, XLSX, HTML or TXT.',
  },
  'document.damaged': {
    status: 422,
    'zh-CN': '文件已损坏，无法打开，请用文字处理软件重新保存。',
    en: 'The file is damaged and cannot be opened. Save it again with a word processor.',
  },
  'document.encrypted': {
    status: 422,
    'zh-CN': '文件有密码保护，请去掉密码后再上传。',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  },
  'document.archive_bomb': {
    status: 422,
    'zh-CN': '文件解压后过大，已拒绝打开。',
    en: 'The file unpacks to more than is allowed and was not opened.',
  },
  'document.unsafe_xml': {
    status: 422,
    'zh-CN': '文件里有不允许的 XML 实体声明，已拒绝打开。',
    en: 'The file declares XML entities, which are not allowed. It was not opened.',
  },
  'document.not_readable': {
    status: 422,
    'zh-CN': '无法读取文件（{reason}）。',
    en: 'The file cannot be read ({reason}).',
  },
  'document.missing': {
    status: 400,
    'zh-CN': '请选择一个文件，或者把文字粘贴进来。',
    en: 'Choose a file or paste the text.',
  },
  'document.already_there': {
    status: 409,
    'zh-CN': '这份文件已经导入过了，请在文件列表中打开它继续审核。',
    en: 'This document was imported before. Open it from the list and go on with its review.',
  },
  'document.role_needed': {
    status: 403,
    'zh-CN': '只有督办调度人员可以审核文件，请由他们办理。',
    en: 'Only dispatchers review documents. Ask one of them.',
  },
  'document.discarded': {
    status: 409,
    'zh-CN': '这份文件已作废，请重新导入。',
    en: 'This document was discarded. Import it again.',
  },
  'document.already_sent': {
    status: 409,
    'zh-CN': '这份文件已有任务下达，作为依据保留，不能作废；需要时请中止相应任务。',
    en: 'Tasks were sent from this document, so it stays as their evidence. Withdraw the tasks instead.',
  },
  'document.nothing_accepted': {
    status: 409,
    'zh-CN': '还没有采纳任何任务要求，请先在右侧采纳至少一条。',
    en: 'Nothing was accepted yet. Accept at least one directive first.',
  },
  'document.directives_incomplete': {
    status: 409,
    'zh-CN': '有 {count} 条已采纳的要求还不完整，请补上牵头单位（或问题类别和地点）再下达。',
    en: 'Accepted directives that are not complete: {count}. Add the line unit (or class and place) before sending.',
  },
  'document.nothing_to_undo': {
    status: 409,
    'zh-CN': '没有可以撤销的操作。已下达的内容不能撤销，请到任务中中止。',
    en: 'There is nothing to undo. What was sent is withdrawn as a task.',
  },
  'document.span_outside': {
    status: 400,
    'zh-CN': '选中的范围不在正文之内，请重新选择。',
    en: 'The selected span is not within the text. Select again.',
  },
  'document.nothing_under_heading': {
    status: 409,
    'zh-CN': '这个标题下没有待审核的要求。',
    en: 'There is nothing left to review under this heading.',
  },
  'directive.sent': {
    status: 409,
    'zh-CN': '这条要求已经下达，不能再改；需要时请中止相应任务。',
    en: 'This directive was sent and cannot be changed. Withdraw its task instead.',
  },
  'directive.line_unit_missing': {
    status: 409,
    'zh-CN': '还没有确定牵头单位（条），请选择一个。',
    en: 'The line unit that leads is missing. Choose one.',
  },
  'directive.class_missing': {
    status: 409,
    'zh-CN': '要作为问题立项，请先选择问题类别。',
    en: 'To become a case it needs a class. Choose one.',
  },
  'directive.place_missing': {
    status: 409,
    'zh-CN': '要作为问题立项，请先写明地点。',
    en: 'To become a case it needs a place. Say where.',
  },
  'directive.unit_unknown': {
    status: 400,
    'zh-CN': '所选单位不存在或已撤销，请重新选择。',
    en: 'The unit does not exist or was closed. Choose another one.',
  },
  'directive.not_line_unit': {
    status: 400,
    'zh-CN': '牵头单位（条）只能是部门、指挥部、领导小组或政府，请重新选择。',
    en: 'A line unit is a department, command post, leading group or government. Choose another one.',
  },
  'directive.not_territorial': {
    status: 400,
    'zh-CN': '属地（块）只能是街道、社区或网格，请重新选择。',
    en: 'A territorial unit is a street, a community or a grid. Choose another one.',
  },
  'task.role_needed': {
    status: 403,
    'zh-CN': '您的岗位不能办理，需要的岗位：{roles}。',
    en: 'Your position does not allow this. It needs: {roles}.',
  },
  'task.not_your_unit': {
    status: 403,
    'zh-CN': '这项任务没有交给您的单位，只能由牵头单位或属地单位办理。',
    en: 'This task is not charged to your unit. Only its line unit or territorial unit can do this.',
  },
  'task.wrong_state': {
    status: 409,
    'zh-CN': '任务目前“{task_state}”，不能“{task_verb}”，请刷新后查看可以做的事项。',
    en: 'The task is “{task_state}”, so “{task_verb}” is not possible now. Reload to see what is.',
  },
  'task.own_work': {
    status: 409,
    'zh-CN': '承担任务的单位不能确认自己的完成情况，请由其他单位的调度人员确认。',
    en: 'Nobody confirms the own work. Ask a dispatcher of another unit.',
  },
} as const satisfies ProblemTexts;
