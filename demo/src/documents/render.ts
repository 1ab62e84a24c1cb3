import {
  digitsCutOut,
  gapAdvert,
  quotesAsEntities,
  redated,
  siteHead,
  siteTail,
  strayDigitSpaces,
  swappedWords,
  truncationNote,
  wrappedByTags,
  wrongClosingQuotes,
} from './damage.ts';
import { datesFilledIn } from './dates.ts';
import { docx } from './docx.ts';
import { toGbk, withLostByte } from './gbk.ts';
import { sitePage } from './site-page.ts';
import { blocksOf, cleanText, linesOf, readSource } from './source.ts';
import { traditionalWithPinyin } from './traditional.ts';

/**
 * The documents of the demo district, as they would be uploaded: seven texts of our own, each in the form and with the
 * damage in which such texts go round. `clean` is what they said before.
 */
export type DemoDocument = {
  readonly key: DocumentKey;
  readonly fileName: string;
  readonly title: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly bytes: Uint8Array;
  readonly clean: string;
};

export const documentKeys = [
  '01-creation-push-meeting',
  '02-secretary-construction-meeting',
  '03-cppcc-inspection-talk',
  '04-cppcc-consultation-talk',
  '05-renovation-work-plan',
  '06-demolition-task-notice',
  '07-creation-inspection-bulletin',
] as const;

export type DocumentKey = (typeof documentKeys)[number];

type Rendered = { readonly extension: string; readonly bytes: Uint8Array };
type Source = { readonly text: string; readonly title: string; readonly issuedOn: Temporal.PlainDate };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const forms: Readonly<Record<DocumentKey, (source: Source) => Rendered>> = {
  '01-creation-push-meeting': ({ text, title }) => ({ extension: 'txt', bytes: utf8(mirrorPage(text, title)) }),
  '02-secretary-construction-meeting': (source) => ({ extension: 'txt', bytes: toGbk(sharedTemplate(source)) }),
  '03-cppcc-inspection-talk': ({ text, title, issuedOn }) => ({
    extension: 'html',
    bytes: utf8(sitePage(title, [cleanText(text).replaceAll('\n', ' ')], issuedOn)),
  }),
  '04-cppcc-consultation-talk': ({ text, title }) => ({ extension: 'txt', bytes: utf8(preview(text, title)) }),
  '05-renovation-work-plan': ({ text }) => ({ extension: 'docx', bytes: docx(blocksOf(text)) }),
  '06-demolition-task-notice': ({ text }) => ({ extension: 'docx', bytes: docx(blocksOf(text, '牵头单位')) }),
  '07-creation-inspection-bulletin': ({ text, title, issuedOn }) => ({
    extension: 'html',
    bytes: utf8(sitePage(title, blocksOf(text), issuedOn)),
  }),
};

/** A mirror page: outline first, then the text in traditional characters with pinyin, a gap, a lost byte, cut off. */
function mirrorPage(source: string, title: string): string {
  const lines = linesOf(source);
  const outline = lines.filter(({ level }) => level > 1).map(({ text }) => text.replace(/。$/, ''));
  const body = lines.slice(1).map(({ text }) => text);
  const confidence = body.findIndex((text) => text.startsWith('二是要坚定信心')) + 1;
  const gap = body[confidence]!.length;
  const shown = body.toSpliced(confidence, 1, gapAdvert('示例秘书网', gap));
  const total = cleanText(source).length;
  const damaged = shown
    // the byte was lost before the page was converted, so the conversion goes over the wreck
    .map((text) => traditionalWithPinyin(text.replace('。再过不到', withLostByte)))
    .join('\n')
    // a newline in the middle of a sentence, as the page's own wrap left it
    .replace('逐一作', '逐一\n作');
  return [
    '|目錄/提綱:……',
    ...outline.map(traditionalWithPinyin),
    '……',
    traditionalWithPinyin(title),
    damaged + truncationNote(title, total + 812, total - gap),
  ].join('\n');
}

/** A re-dated template on a sharing site: one line, words swapped, digits cut out, wrong quotes, cut off. */
function sharedTemplate({ text, title, issuedOn }: Source): string {
  const year = issuedOn.year;
  const one = linesOf(text)
    .map((line) => line.text)
    .join(' ');
  const body = wrongClosingQuotes(digitsCutOut(redated(swappedWords(one), year)))
    .replace('(包括9栋商务楼、25栋住宅楼)', '〔包括9栋商务楼、25栋住宅楼〕')
    .replace('(加各点位的投入数字说明)', '〔加各点位的投入数字说明〕');
  const head = siteHead({
    title: `${year}年${title}范文`,
    id: 9_900_021,
    format: 'DOC',
    pages: 12,
    date: `${issuedOn}`,
  });
  return [head, `${year} 区委书记 城市建设 环境整治 调度会 讲话 范文`, body].join('\n');
}

/** A page preview: wrapped at thirty characters with tags, entities, stray spaces, the first two of nine pages. */
function preview(source: string, title: string): string {
  const paragraphs = linesOf(source).map(({ text }) => strayDigitSpaces(text));
  const note = '资源预览文档简介为自动调取,内容显示的完整度及准确度或有误差,请您下载后查看完整的文档内容。';
  return [
    '首页',
    '',
    title,
    '',
    note,
    '',
    '1/9',
    '',
    '2/9',
    '',
    '剩余7页未读,查看更多内容需下载',
    '',
    `${quotesAsEntities(wrappedByTags(paragraphs, 30, 14))}...`,
    '',
    '版权提示',
    '',
    '温馨提示:',
    '文档由用户上传,版权归属用户。客服vx:shili-wenku,客服热线:100-0000-0000(工作日9:00-18:00)',
    siteTail,
  ].join('\n');
}

/** @param issuedOn the day on the document; its deadlines follow from it */
export function renderDocument(key: DocumentKey, issuedOn: Temporal.PlainDate): DemoDocument {
  const text = datesFilledIn(readSource(key), issuedOn);
  const title = linesOf(text)[0]!.text;
  const { extension, bytes } = forms[key]({ text, title, issuedOn });
  return { key, fileName: `${key}.${extension}`, title, issuedOn, bytes, clean: cleanText(text) };
}
