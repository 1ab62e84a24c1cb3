import type { QuantityKind } from '../mandate.ts';
import { valueOf } from './numerals.ts';

/** A number in the clean text. `start` and `end` enclose the clause it stands in, `numberStart` and `numberEnd` itself. */
export type FoundQuantity = {
  readonly text: string;
  readonly subject: string;
  readonly value: number | null;
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly qualifier: string | null;
  readonly start: number;
  readonly end: number;
  readonly numberStart: number;
  readonly numberEnd: number;
};

const counted =
  '平方公里|平方米|立方米|微克/立方米|毫克/升|公里|千瓦时|千瓦|公顷|人次|人|户|名|元|吨|斤|亩|家|座|栋|幢|所|处|条|件|起|例|部|张|台|套|场|次|位|批|份|篇|期|支|辆|株|盏|箱|块|间|层|岁|项|种|类|米|倍|分|册|对|门|只|头|盘|页|字';
const time = '个工作日|个月|周年|小时|分钟|工作日|星期|年|天|周|月|日';
const unit = `(?:[万亿千]{0,2}(?:${counted}|个(?!月|工作日|百分点))|${time}|个百分点|[%％‰]|[万亿]{1,2}(?![\\u4e00-\\u9fff]))`;
const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[*＊]+';
const before = '接近|将近|近|约|大约|超过|超|不到|不足|不少于|不低于|不高于|不超过|至少|最多|预计';
const after = '以上|以下|左右|以内|上下|之内';

const arabic = new RegExp(
  `(?<![\\dA-Za-z.·•×/:：〔\\-])(${number})([多余来几])?(${unit})([多余])?(?:(${after}))?`,
  'g',
);
const chinese =
  /(?<![第一二三四五六七八九十百千两“‘])([一二两三四五六七八九十百]{1,4})(个)(?=(?:区县|县区|街道|部门|乡镇|社区|村|小区|单位|县|区|市|老城区|工作组|项目|地市|盟市)(?!建设|意识))|(?<=奋战|为期|历时|通过)([一二两三四五六七八九十]{1,3})(年|个月|周|天)|(?<!第)([两三四五六七八九十]{1,2})(周|个月|年|天)(?=后|内|之内|时间|以内)/g;
const recurring =
  /(每(?:周|月|天|日|季度|年|旬|半年|半月))(?:至少)?(?:进行|开展|组织|召开|报送|检查|通报|调度)?[^，,。；\d]{0,4}?([一二两三四]|\d)(次)/g;
const rank =
  /(?:位列|位居|名列|居|列|排名?)([^，,。；第]{0,12})第([一二三四五六七八九十]{1,3}|\d{1,3}|[*＊]+)(位|名)?|(?<=[区县市国省])第([一二三四五六七八九十]{1,2})(?=[,，。；;]|$)|第([一二三四五六七八九十]{1,3}|\d{1,3})(起|位)(?!全会)/g;

/** All numbers that say how much or how many. Dates, document numbers, ordinals in names and numbered items are none. */
export function quantitiesIn(text: string): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  const add = (
    at: number,
    length: number,
    value: number | null,
    unitText: string,
    qualifier: string | null,
    kind?: QuantityKind,
  ): void => {
    if (found.some((other) => other.numberStart < at + length && other.numberEnd > at)) return;
    const { start, end } = clauseAround(text, at, at + length);
    const clause = text.slice(start, end);
    found.push({
      text: clause,
      subject: subjectOf(text, start, at, at + length, end),
      value,
      unit: unitText,
      kind: kind ?? kindOf(unitText, text, at, at + length, clause),
      qualifier,
      start,
      end,
      numberStart: at,
      numberEnd: at + length,
    });
  };
  for (const match of text.matchAll(recurring))
    add(match.index, match[0].length, valueOf(match[2]!), match[3]!, match[1]!, 'date-count');
  for (const match of text.matchAll(rank)) {
    const digitsFound = match[2] ?? match[4] ?? match[5]!;
    add(match.index, match[0].length, valueOf(digitsFound), match[3] ?? match[6] ?? '位', null, 'rank');
  }
  for (const match of text.matchAll(arabic)) {
    if (isNoQuantity(text, match)) continue;
    const head = text.slice(Math.max(0, match.index - 4), match.index);
    const prefix = new RegExp(`(${before})(?:共|达|达到|资金)?$`).exec(head)?.[1] ?? null;
    const forecast = /预计[^，,。；]{0,12}$/.test(text.slice(Math.max(0, match.index - 16), match.index))
      ? '预计'
      : null;
    add(
      match.index,
      match[0].length,
      valueOf(match[1]!),
      match[3]!,
      match[5] ?? match[2] ?? match[4] ?? prefix ?? forecast,
    );
  }
  for (const match of text.matchAll(chinese)) {
    const digitsFound = match[1] ?? match[3] ?? match[5]!;
    add(match.index, match[0].length, valueOf(digitsFound), match[2] ?? match[4] ?? match[6]!, null);
  }
  return found.toSorted((a, b) => a.numberStart - b.numberStart);
}

function isNoQuantity(text: string, match: RegExpExecArray): boolean {
  const [whole, digitsFound = '', , unitText = ''] = match;
  const head = text.slice(Math.max(0, match.index - 6), match.index);
  const tail = text.slice(match.index + whole.length, match.index + whole.length + 6);
  if (unitText === '年')
    return (
      digitsFound.length === 4 ||
      /^\d{2}$/.test(digitsFound) ||
      (/^[*＊]/.test(digitsFound) && /^[*＊\d]*月/.test(tail))
    );
  if (unitText === '月') return true;
  if (unitText === '日') return !/(前|内)$/.test(tail.slice(0, 2)) || head.endsWith('月');
  if (unitText === '分' && /\d时$/.test(head)) return true;
  if (unitText === '次' && digitsFound === '1' && !/每/.test(head)) return true;
  if (unitText === '米' && /PM$/i.test(head)) return true;
  if (unitText === '字' && /(全文|省略|共)$/.test(head)) return true;
  if (unitText === '部' && tail.startsWith('长')) return true;
  if (unitText === '周' && head.endsWith('第')) return true;
  return head.endsWith('第') || /[〔[]\d*$/.test(head) || /^(号|级)/.test(tail);
}

function clauseAround(text: string, from: number, to: number): { start: number; end: number } {
  const boundary = /[，,。；;！？!?\n（(）)：:]/;
  let start = from;
  while (start > 0 && !boundary.test(text[start - 1]!)) start--;
  let end = to;
  while (end < text.length && !boundary.test(text[end]!)) end++;
  return { start, end };
}

const clauseTail =
  /(?:共|已|约|近|接近|超过?|达到?|为|是|完成|新增|累计|预计|需要|目前|增长|下降|上升|减少|占|合计|不到|不足|只|仅用?|由|提高至?到?|的|了|计|有|撤除|拆除|确定|划拨|资金)+$/;

function subjectOf(text: string, start: number, from: number, to: number, end: number): string {
  const behind = /^(?:的)?([\u4e00-\u9fff“”]{2,14}?)(?=已|都|均|分别|实施|具备|进行|的改造|之一|$|[、])/.exec(
    text.slice(to, end),
  )?.[1];
  const ahead = text
    .slice(start, from)
    .replace(clauseTail, '')
    .replace(/^.*\d[^、]*、/, '')
    .replace(/^.*?(对|将|把)/, '');
  if (behind && !/^(以上|以下|左右|提高|完成|用于)/.test(behind)) return behind;
  return ahead.slice(-20) || (behind ?? '');
}

function kindOf(unitText: string, text: string, from: number, to: number, clause: string): QuantityKind {
  if (unitText.endsWith('元')) return 'money';
  if (/^[位名]$/.test(unitText) && text.slice(0, from).endsWith('前')) return 'rank';
  if (/[%％‰]|百分点|倍/.test(unitText)) return 'rate';
  if (new RegExp(`^(?:${time}|岁)$`).test(unitText)) return 'date-count';
  if (/(需要|涉及|现有|共有|还有|拥有)/.test(text.slice(Math.max(0, from - 16), from))) return 'stock';
  const near = text.slice(Math.max(0, from - 24), Math.min(text.length, to + 12));
  if (/(任务|目标|承担|承当)/.test(clause)) return 'target';
  if (/(计划|力争|确保|争取|(?<!需|重|主|只)要|将|拟|建设$)/.test(clause) && !/(已|完成了|了)/.test(clause))
    return 'target';
  if (/(已|完成|共|累计|了|新增|发运|成立|拆除|撤除|整治|先后|建成|制定|进行|实施)/.test(near)) return 'achieved';
  return 'stock';
}
