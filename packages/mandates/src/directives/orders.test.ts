import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineOf } from '../outline/outline.ts';
import { quantitiesIn } from '../quantities/quantities.ts';
import { directivesIn } from './directives.ts';
import type { FoundDirective } from './found-directive.ts';

/** The directives of a clean text whose first line is its title. */
function directivesOf(text: string, date: string | null = '2026-03-09'): FoundDirective[] {
  return directivesIn(text, outlineOf(text), quantitiesIn(text), text.split('\n', 1)[0]!, date);
}
const orders = (text: string, title: string): string[] =>
  directivesOf(`${title}\n${text}`).map((directive) => directive.text);
const owners = (text: string, title: string): string[] =>
  directivesOf(`${title}\n${text}`).map(
    ({ leadUnits, supportUnits }) =>
      leadUnits.join('|') + (supportUnits.length > 0 ? `+${supportUnits.join('|')}` : ''),
  );
const speech = '在全区城市管理工作推进会上的讲话';
const plan = '市容环境提升行动方案';
const minutes = '区长办公会议纪要';

describe('the same sentence, where it stands', () => {
  test.each<[string, string, string, number]>([
    ['an act opens a sentence of a plan', '更换破损果皮箱800个。', plan, 1],
    ['the same in a speech tells what was', '更换破损果皮箱800个。', speech, 0],
    ['a part of a plan that looks back', '一、工作回顾\n改造老旧小区46个。', plan, 0],
    ['a part of a bulletin that looks forward', '一、下步要求\n加快拆违进度，建立问题台账。', '督查通报', 1],
    ['principles of a plan', '一、基本原则\n坚持问题导向，解决突出问题。', plan, 0],
    ['a decision', '会议决定，成立防汛工作专班。', minutes, 1],
    ['what the meeting heard', '会议听取了防汛工作汇报。', minutes, 0],
    ['who was there', '参加：区住建局、区财政局、区水务局', minutes, 0],
    ['a goal with its number', '一、工作目标\n机械化清扫率达到90%以上。', plan, 1],
    ['what is expected of the economy', '今年预期目标是：生产总值增长6%左右。', '政府工作报告', 0],
    ['a promise of the issuer', '我们将启动燃气管网更新改造工程。', speech, 1],
    ['a promise of a named unit', '区民政局将修订家庭养老床位管理办法。', speech, 1],
    ['a limit set in a speech', '到10月底，3条河全部消除黑臭。', speech, 1],
    ['the plan itself', '为提升市容环境，制定本方案。', plan, 0],
    ['a schedule of phases', '3月1日至15日为动员部署阶段。', plan, 0],
  ])('%s', (_, text, title, count) => expect(orders(text, title)).toHaveLength(count));
});

describe('running speech orders without a word of demand', () => {
  test.each<[string, string[]]>([
    ['园林局再从苗圃里调200棵香樟，务必于3月20日前运到现场。', ['园林局']],
    ['水务集团今晚对老城区泵站逐个试机。', ['水务集团']],
    ['区教育局必须把校门口的围挡拆掉。交警大队派人到路口守着。', ['区教育局', '交警大队']],
    ['综治办把出租屋的消防器材挨家查一遍，3月底之前查完。', ['综治办']],
    ['青禾县要在今晚把堤上的缺口堵住。', ['青禾县']],
    ['东岭、西岭两个镇对照清单，3月15日以前整改到位。', ['东岭、西岭两个镇']],
    ['村支部书记每十天走访一次困难户。', ['村支部书记']],
    ['对弄虚作假的，区纪委监委将从严追责。', ['区纪委监委']],
    ['对逾期不改的，将提请县政府挂牌督办。', ['']],
    ['卫健局要清点药品库存；3月12日前补签供货合同。', ['卫健局', '卫健局']],
  ])('%s', (text, expected) => expect(owners(text, speech)).toEqual(expected));

  test.each([
    '交警大队派人到路口守着。',
    '北桥区建立店长巡查机制，每天各查看一遍。',
    '居民说，一天光停车就要花掉半个小时。',
  ])('told, not ordered: %s', (text) => expect(orders(text, speech)).toEqual([]));
});

describe('rules of grammar about what is an act', () => {
  test.each<[string, string, string[]]>([
    ['给 whom it is handed', '每周五前报县防火办。', ['每周五前报县防火办']],
    ['a case with an act', '黄色点位的，当天设置警示牌，通知房主。', ['黄色点位的，当天设置警示牌，通知房主']],
    ['a case with a consequence', '考核不合格的，取消评优资格。', []],
    ['a case that is punished', '敷衍应付的，严肃追责。', []],
    ['who pays', '所需费用由用水单位自行承担。', []],
    ['nothing named', '请抓紧整改。', []],
    ['a prohibition told to nobody', '不得在楼道停放车辆。', []],
    ['a phase is no act', '自查阶段（4月1日前）。', []],
    ['where it applies', '一、整治范围\n城区建成的临街门店。', []],
  ])('%s', (_, text, expected) => expect(orders(text, plan)).toEqual(expected));

  test.each<[string, string, string[]]>([
    ['who is told behind an order', '团委要招募志愿者，电视台开设专栏。', ['团委', '电视台']],
    ['those of whom something is so', '开车送考的家长，要在北广场停放车辆。', ['家长']],
    ['a name that goes on', '各物业管理企业要检修电梯。', ['各物业管理企业']],
    ['what comes of the act', '二要把地下管线摸清楚。', ['']],
    ['effort is no act', '要在提升服务上下功夫。', []],
    ['a time between the owner and the demand', '渔政大队这周就要把禁渔牌立好、把废弃网具清干净。', ['渔政大队']],
    ['what somebody promised', '安装公司承诺5月起增派检修班组。', []],
    ['asked for, not ordered', '区民宗局提出调剂用房的申请。', []],
  ])('%s', (_, text, expected) => expect(owners(text, speech)).toEqual(expected));

  test('numbered points of a letter order', () => {
    expect(orders('各位业主：\n1、按时填写住户信息卡，3月20日前交楼栋长。', '致业主的一封信')).toHaveLength(1);
  });
});

describe('not an order', () => {
  test.each([
    '要牢固树立以人民为中心的发展思想。',
    '要进一步提高政治站位，切实增强责任感。',
    '各级各部门要高度重视，狠抓落实。',
    '要清醒看到，风险隐患不容忽视。',
    '区城管局已建立问题台账，整治了120处占道经营。',
    '去年以来，各街道积极开展整治，取得了明显成效。',
    '区住建局提出先行进场的建议，会议未予采纳。',
    '这个办法恐怕还要再论证。',
    '我市化工企业多、老旧小区多，主要问题是监管不到位。',
  ])('%s', (text) => expect(orders(text, speech)).toEqual([]));
});

describe('who is told', () => {
  test.each<[string, string, string[]]>([
    ['要 behind the owner', '区应急局要建立一企一档。', ['区应急局']],
    ['a whole territory', '东汀区要在4月20日前拆除违建。', ['东汀区']],
    ['several, each whole', '各村（居）、各学校要开展自查。', ['各村（居）|各学校']],
    ['several that share a tail', '住建、城管等部门要建立联合巡查机制。', ['住建、城管等部门']],
    ['with one who helps', '区财政局会同城投公司要拿出融资方案。', ['区财政局+城投公司']],
    ['in the middle of the clause', '其余缺口由城投公司负责解决。', ['城投公司']],
    ['asked for', '请提案委会后把意见整理成专题报告。', ['提案委']],
    ['the clause before says who', '各镇街主要负责人是第一责任人，要每月带队检查一次。', ['各镇街主要负责人']],
    ['the thing is his', '住建局的两个安置房项目，6月底前必须完成封顶。', ['住建局']],
    ['carried within a paragraph', '区创城办要每周检查。还要对整改情况进行通报。', ['区创城办', '区创城办']],
    ['carried within a sentence', '区城管局要检修车辆40台，储备融雪剂600吨。', ['区城管局', '区城管局']],
    ['nobody', '要建立举报奖励机制。', ['']],
  ])('%s', (_, text, expected) => expect(owners(text, speech)).toEqual(expected));

  test.each<[string, string, string[]]>([
    ['time behind the owner', '城西街道于7月15日前完成12户征迁。', ['城西街道']],
    ['the act at once', '区水务局抓紧编制洪水防御预案。', ['区水务局']],
    ['a topic', '总务处对食堂设施进行全面检查。', ['总务处']],
  ])('in a decision: %s', (_, text, expected) => expect(owners(`会议要求，${text}`, minutes)).toEqual(expected));
});

describe('who owns an item, beside it', () => {
  test.each<[string, string, string]>([
    ['（牵头单位：区住建局；配合单位：区水务局、各街道）', '区住建局', '区水务局|各街道'],
    ['（区环卫中心牵头，区财政局、各街道配合）', '区环卫中心', '区财政局|各街道'],
    ['（责任单位：区城管局，各街道办事处）', '区城管局|各街道办事处', ''],
    ['（责任单位：区资源局、区执法支队，按职责分工负责）', '区资源局|区执法支队', ''],
  ])('%s', (bracket, leads, supports) => {
    const [found] = directivesOf(`${plan}\n1.更换破损果皮箱800个。${bracket}`);
    expect([found?.leadUnits.join('|'), found?.supportUnits.join('|')]).toEqual([leads, supports]);
  });

  test('in lines of their own below it, with the limit', () => {
    const found = directivesOf(
      `${plan}\n（一）完成32个老旧小区改造，同步实施雨污分流。\n牵头单位：区住建局\n配合单位：区水务局\n完成时限：2026年10月底\n（二）建立巡查机制。`,
    );
    expect(found).toMatchObject([
      {
        text: '完成32个老旧小区改造，同步实施雨污分流',
        leadUnits: ['区住建局'],
        supportUnits: ['区水务局'],
        deadline: { date: '2026-10-31' },
      },
      { text: '建立巡查机制', leadUnits: [], deadline: null },
    ]);
  });

  test('at the head of a notice, for the numbered instructions that name nobody', () => {
    const found = directivesOf(
      '大扫除通知\n各班主任：\n为迎接检查，现通知如下：\n1.请于周五前上交检查表。\n2.总务处负责发放工具。\n请认真落实。',
    );
    expect(found.map(({ leadUnits, doubts }) => [leadUnits, doubts])).toEqual([
      [['各班主任'], ['owner_is_addressee']],
      [['总务处'], []],
    ]);
  });
});

describe('where an order begins and ends', () => {
  test.each<[string, string[]]>([
    ['要坚持以人民为中心、以问题为导向，坚持高标准、严要求，建立举报奖励机制。', ['建立举报奖励机制']],
    ['要建立举报奖励机制，真正形成全社会参与的良好局面。', ['要建立举报奖励机制']],
    ['对排查出的隐患，要列出整治清单。', ['对排查出的隐患，要列出整治清单']],
    ['新发现的隐患，要及时纳入整治清单。', ['新发现的隐患，要及时纳入整治清单']],
    ['请各单位于3月20日前报送方案，联系人：刘工，电话：5550199。', ['请各单位于3月20日前报送方案']],
    ['区住建局要拆除违建500处，改造小区20个。', ['区住建局要拆除违建500处', '改造小区20个']],
    ['区住建局要建立台账；区水务局要疏通管网。', ['区住建局要建立台账', '区水务局要疏通管网']],
    ['物业企业要检查消防设施，不得占用通道。', ['物业企业要检查消防设施，不得占用通道']],
  ])('%s', (text, expected) => expect(orders(text, speech)).toEqual(expected));
});

test('object, territory, beginning and rhythm', () => {
  const [found] = directivesOf(
    `${speech}\n东湖街道要自4月1日起对农贸市场周边的占道经营进行整治，每周检查2次，6月底前完成。`,
  );
  expect(found).toMatchObject({
    leadUnits: ['东湖街道'],
    begin: { date: '2026-04-01' },
    deadline: { date: '2026-06-30' },
    period: { unit: 'week', every: 1, times: 2 },
    quantities: [{ value: 2, unit: '次' }],
  });
  expect(found!.territory).not.toBeNull();
});

test('doubts are named', () => {
  expect(directivesOf(`${speech}\n要在2月底前建立台账。`)[0]!.doubts).toEqual(['nobody_named', 'day_before_document']);
  expect(directivesOf(`${speech}\n区水务局要在6月底前建立台账。`, null)[0]!.doubts).toEqual(['day_not_computable']);
});

test('whatever the text, every directive is a piece of it, in order, with a rule and its own quantities', () => {
  const piece = fc.constantFrom(
    '各街道',
    '区城管局',
    '要',
    '由',
    '会同',
    '负责',
    '将',
    '对',
    '拆除',
    '建立台账',
    '提高认识',
    '3月底前',
    '每周',
    '80个',
    '（牵头单位：区水务局）',
    '牵头单位：区水务局',
    '，',
    '。',
    '；',
    '\n',
    '一、',
    '1.',
    '会议要求，',
    '\t',
    '的',
    '《',
    '”',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(speech, plan, minutes), (pieces, title) => {
      const text = `${title}\n${pieces.join('')}`;
      let last = 0;
      for (const found of directivesOf(text)) {
        expect(text.slice(found.start, found.end)).toBe(found.text);
        expect(found.start).toBeGreaterThanOrEqual(last);
        last = found.start;
        expect(found.rules.length).toBeGreaterThan(0);
        for (const quantity of found.quantities) expect(text.slice(quantity.start, quantity.end)).toBe(quantity.text);
      }
    }),
    { numRuns: 400 },
  );
});
