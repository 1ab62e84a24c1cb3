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
  'document.wrong_extension': {
    status: 422,
    'zh-CN': '扩展名是 .{extension}，内容却是 {found}，请改正扩展名或另存后再上传。',
    en: 'The extension is .{extension} but the content is {found}. Correct the extension or save the file again.',
  },
  'document.format_unsupported': {
    status: 415,
    'zh-CN': '暂不支持 {format} 格式，请另存为 DOCX、HTML 或 TXT。',
    en: 'The format {format} is not supported yet. Save the document as DOCX, HTML or TXT.',
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
} as const satisfies ProblemTexts;
