/** Who speaks or writes, where, and under which number: only what the document itself says, null where it does not. */
export type DocumentHead = {
  /** office and name as written: 区委副书记 沈菁宁 */
  readonly speaker: string | null;
  readonly organ: string | null;
  readonly meeting: string | null;
  readonly documentNumber: string | null;
};

const HEAD_LINES = 12;
const TAIL_LINES = 8;

export function documentHead(text: string, title: string): DocumentHead {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const head = lines.slice(0, HEAD_LINES);
  const told = title.replace(/^(?:19|20)\d{2}年(?:度)?/, '').replace(/(?:范文|稿|全文)$/, '');
  return {
    speaker: speakerOf(told, head),
    organ: organOf(told, lines),
    meeting: meetingOf(told, head, text),
    documentNumber: numberOf(head),
  };
}

const offices =
  '书记|市长|区长|县长|省长|州长|镇长|乡长|主席|主任|局长|部长|厅长|院长|校长|常委|秘书长|组长|总指挥|检察长|政委|委员';
const speech = '(?:讲话|致辞|致词|发言|报告|表态发言|动员讲话|主持词|总结讲话)';
/** 区政协主席在…座谈会上的讲话 */
const inTitle = new RegExp(`^(?:[—-]{2})?(.{0,24}?)在(.{2,60}?)(?:上)?的?${speech}`);
const officeAndName = new RegExp(
  `^[（(]?((?:[\\u4e00-\\u9fff、]{0,18})(?:${offices}))[ \\u3000:：]+((?:[\\u4e00-\\u9fff·]{2,4}|[\\u4e00-\\u9fff] [\\u4e00-\\u9fff])(?:同志)?|[XxＸ×*＊]{1,3})[）)]?$`,
);
const nameAlone = /^(?:主讲人|讲话人|发言人|签发人|主持人)[：:]\s*([^\s，。]{2,20})/;

function speakerOf(title: string, head: readonly string[]): string | null {
  for (const line of head) {
    const found = officeAndName.exec(line);
    if (found && line.length <= 40) return `${found[1]} ${found[2]!.replaceAll(' ', '')}`;
    const named = nameAlone.exec(line);
    if (named) return named[1]!;
  }
  const ahead = inTitle.exec(title)?.[1]?.replace(/^[^《]*》/, '');
  return ahead && new RegExp(`(?:${offices}|同志)$`).test(ahead) ? ahead : null;
}

const meetingEnd = '(?:会议|大会|会|仪式|活动|专题会|培训班)';
const convened = new RegExp(
  `(?:召开|举行|举办)(?:了|的)?(?:这次|本次)?([^，。！？；：\\n“”]{2,40}?(?:会议|大会|推进会|座谈会|动员会|部署会|调度会|现场会|专题会|协调会|约谈会))`,
);

function meetingOf(title: string, head: readonly string[], text: string): string | null {
  const inHead = [title, ...head.slice(0, 3)]
    .map((line) => inTitle.exec(line)?.[2])
    .find((found) => found !== undefined);
  if (inHead && new RegExp(`${meetingEnd}$`).test(inHead)) return inHead;
  const minutes = /^(?:关于)?(.{2,40}?会议?)纪要$/.exec(title)?.[1];
  if (minutes) return minutes;
  return convened.exec(text.slice(0, 600))?.[1] ?? null;
}

const organEnd =
  '(?:委员会|人民政府|政府|办公室|办公厅|办事处|局|厅|部|院|委|处|领导小组|指挥部|工作组|专班|学校|中学|小学|大学|公司|集团|协会|工会|联合会|支队|大队|政协|人大常委会)';
const dateLine =
  /^[（(]?(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[二〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)[）)]?$/;
const signature = new RegExp(`^[\\u4e00-\\u9fff（）()、 ]{2,40}${organEnd}$`);

function organOf(title: string, lines: readonly string[]): string | null {
  const from = Math.max(0, lines.length - TAIL_LINES);
  for (let i = lines.length - 1; i > from; i--) {
    if (dateLine.test(lines[i]!) && signature.test(lines[i - 1]!)) return lines[i - 1]!;
  }
  const masthead = lines.slice(0, HEAD_LINES).find((line) => /^[\u4e00-\u9fff]{4,30}文件$/.test(line));
  if (masthead) return masthead.replace(/文件$/, '');
  const issuer = new RegExp(`^([\\u4e00-\\u9fff]{2,30}?${organEnd})(?:印发|转发)?(?:关于|《)`).exec(title)?.[1];
  if (issuer) return issuer;
  const opening = lines.slice(0, 20).join('\n');
  return (
    new RegExp(
      `(?:^|[，。：\\n])(?:今天|这次|日前|近日)?，?((?:[\\u4e00-\\u9fff]{0,8}?)(?:区委|市委|县委|省委|党委|党组|政府|政协|人大|领导小组)(?:[、和][\\u4e00-\\u9fff]{1,8}(?:政府|政协|人大))?)(?:决定)?(?:在这里|在此)?(?:召开|组织召开|主持召开)`,
    ).exec(opening)?.[1] ?? null
  );
}

/** 临政办〔2026〕12号 on a line of its own, or behind the organ. */
function numberOf(head: readonly string[]): string | null {
  for (const line of head) {
    if (line.length > 60 || /[。；]/.test(line)) continue;
    const found =
      /(?:^|[ \u3000（(])([\u4e00-\u9fff]{1,14}[〔[［【（(](?:20\d{2}|[XxＸ×*＊]{2,4})[〕\]］】）)]\s*第?\d{1,4}\s*号)/.exec(
        line,
      );
    if (found) return found[1]!.replaceAll(/\s/g, '');
  }
  return null;
}
