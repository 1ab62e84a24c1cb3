import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { identityMap } from '../offset-map.ts';
import { languageTools } from '../readers/language-tools.ts';
import type { Reading } from '../readers/reading.ts';
import { repairText } from './repair-text.ts';

// Kinds of damage seen in scraped official documents, each with what must come out.

const reading = (raw: string, lines: Reading['lines'] = 'hard'): Reading => ({
  format: 'txt',
  encoding: 'utf-8',
  raw,
  text: raw,
  map: identityMap(raw.length),
  lines,
  title: null,
  frame: '',
});
const repaired = (raw: string) => repairText(reading(raw), languageTools);

/** Every repair, applied or proposed, carried out. */
function withProposals(raw: string): string {
  const { text, repairs } = repaired(raw);
  let out = text;
  for (const repair of repairs.filter((r) => !r.applied).toReversed()) {
    out = out.slice(0, repair.start) + repair.after + out.slice(repair.end);
  }
  return out;
}

test.each([
  ['建言資政;蒉r(nóng)區(qū)作為', '建言资政。惠农区作为'],
  ['的誤區(qū);蒉r(nóng)在建設先行區(qū)', '的误区。惠农在建设先行区'],
  ['“不及格”的試卷?諝赓|(zhì)量方面', '“不及格”的试卷。空气质量方面'],
  ['為我們指明?si肪丁⒚魅妨巳撾瘛M,也對政協(xié)', '指明了路径、明确了任务。'],
  ['也對政協(xié)提畴h誦履勘晷亂。', '了新目标'],
  ['要蛻仰“準”茁汒}沾笫、', '握大势、'],
  ['效”字勺V魃瞥,', '作善成,'],
  ['扎實卖[熬≡穡閻繳閑吹穆涫檔叫卸,', '职尽责'],
  ['扎實卖[熬≡穡閻繳閑吹穆涫檔叫卸,', '的落实到行动,'],
  ['成效上,灾I貧敖階蓯榧鞘硬?重要講話', '总书记视察'],
  ['前段時間,我們?nèi)珔^(qū)進行區(qū)域預防', '我们全区进行区域'],
])('shifted bytes: %s', (damaged, expected) => {
  expect(repaired(damaged).text).toContain(expected);
});

const sentences = [
  '各街道要对照问题台账',
  '区城管局要在6月底前完成整治',
  '全面提升城市管理水平',
  '确保按期销号',
  '推动工作取得新进展',
  '群众满意度明显提高',
  '每周进行一次检查',
  '督促有关部门落实整改',
  '公开征求周边居民意见',
  '严格落实属地责任',
];

test('any sentence whose full stop lost its first byte comes back whole', () => {
  for (const [i, first] of sentences.entries()) {
    const second = sentences[(i + 3) % sentences.length]!;
    // The Latin letter brings the bytes back in step, as digits and letters do in real texts.
    const bytes = iconv.encode(`${first}。${second}A类。`, 'gbk');
    const lost = iconv.encode(first, 'gbk').length;
    const damaged = iconv.decode(Buffer.concat([bytes.subarray(0, lost), bytes.subarray(lost + 1)]), 'gbk');
    expect(damaged).not.toContain(second);
    expect(repaired(damaged).text).toBe(`${first}。${second}A类。`);
  }
});

test.each([
  '泺口、徐李、梁府等片区开发已与多家客商达成合作协议',
  '焉荣竹书记亲自划拨资金1000万元',
  '台州天台足謦堂足浴中心火灾',
  '石嘴山保税物流中心(B型)封关运营,典农河水质保持在Ⅴ类甚至劣Ⅴ类',
  'PM2.5浓度为47微克/立方米',
  '瀍河区、婺源县、亳州市、衢州市、泸州市等地',
])('rare characters that are right stay: %s', (clean) => {
  expect(repaired(clean).text).toBe(clean);
});

test.each([
  ['特別圍繞&ldquo;城市老旧小区改造、改善安<br />居环境&rdquo;这一民生工程', '“城市老旧小区改造、改善安居环境”'],
  ['会议协商审议了专委会工作<br />\n通则,通过了有关人事事项,特别围绕民生工程开展了议政', '专委会工作通则'],
  ['城镇老旧小区改造工作,是群众普遍关心、各方普遍关注的难<br />\n <br />\n点、痛点、堵点', '难点、痛点'],
  ['预计需要改造的老旧小区共一千七百多个,需要改造资金接近20<br />\n亿元。', '接近20亿元'],
  ['中央高度关注、亲自过问、亲自部署、亲自推动(2019 年 6 月 19<br />\n日,专题研究)', '2019年6月19日'],
  ['生活环境工作组组长和各街道办事处的主要负责同志在会上先后,分别\n汇报了工作情况', '分别汇报了'],
  ['通过前几轮\n疫情防控、疫苗接种,\n动员组织能力得到了提升', '疫苗接种,动员'],
  ['当前,XX 正在通过融入', 'XX正在'],
  [
    '區(qū)委政協(xié)工作會議,提高認(rèn)識,堅持問題導(dǎo)向,開展協(xié)商',
    '区委政协工作会议,提高认识,坚持问题导向,开展协商',
  ],
  [
    '對照問題臺賬,著力解決,關于凈土保衛戰,隨著工作推進,顯著改善,干部先后到里弄',
    '对照问题台账,着力解决,关于净土保卫战,随着工作推进,显著改善,干部先后到里弄',
  ],
  ['备战“全运会〞工作', '“全运会”工作'],
  ["‘一般化''''的现象不克服", '‘一般化’的现象'],
  ['完成了39栋建筑〔包括7栋商务楼、32栋住宅楼〕的亮化', '39栋建筑（包括7栋商务楼、32栋住宅楼）的'],
  ['题为?反对和克服“一般化〞?的讲话', '题为《反对和克服“一般化”》的讲话'],
  ['北园大街改造等一批大项目〔加各项目的投入数字说明〕,建成见效后', '等一批大项目,建成见效后'],
])('%s', (damaged, expected) => {
  expect(repaired(damaged).text).toContain(expected);
});

test.each(['国办发〔2017〕87号', '物流中心(B型)', '石嘴山(原文如此)和(快报)', '著名企业家的专著', '国务院关于印发?的'])(
  'stays: %s',
  (clean) => {
    expect(repaired(clean).text).toBe(clean);
  },
);

// A word is proposed in its phrase and left alone everywhere else.
test.each([
  ['按照属地管理的原那么,以办成事为原那么', '按照属地管理的原则,以办成事为原则'],
  ['打下了良好根底。城区根底设施滞后,奠定了坚实根底', '打下了良好基础。城区基础设施滞后,奠定了坚实基础'],
  [
    '又好又快开展,也就不能。科学开展观、经济社会开展的。区的改革开展,还是。开展无坦途',
    '又好又快发展,也就不能。科学发展观、经济社会发展的。区的改革发展,还是。发展无坦途',
  ],
  ['经济社会的跨越开展。城建事业的开展提供', '经济社会的跨越发展。城建事业的开展提供'],
  ['转化为城市开展、造福人民,盼望城市开展的,乘势开展,加快', '转化为城市发展、造福人民,盼望城市发展的,乘势发展,加快'],
  ['与方案工期相比,按方案必须于今年完工,精心编制进度方案', '与计划工期相比,按计划必须于今年完工,精心编制进度计划'],
  ['共撤除违章建筑3.8万平方米', '共拆除违章建筑3.8万平方米'],
  ['我区承当的14个项目', '我区承担的14个项目'],
  ['脏乱差现象还比拟普遍', '脏乱差现象还比较普遍'],
  ['历史上投入缺乏、城区', '历史上投入不足、城区'],
  ['寻找最正确突破口', '寻找最佳突破口'],
  ['小区已根本具备了验收条件,必须具备的根本素质', '小区已基本具备了验收条件,必须具备的基本素质'],
  ['又一次发动会、鼓劲会,进行了全面发动和部署', '又一次动员会、鼓劲会,进行了全面动员和部署'],
  ['领导屡次莅临我区', '领导多次莅临我区'],
  ['真抓实干的良好气氛,气氛日益浓厚', '真抓实干的良好氛围,氛围日益浓厚'],
  ['采取一切有效的方法,决不能无视这一现象', '采取一切有效的办法,决不能忽视这一现象'],
  ['奋力拼博', '奋力拼搏'],
  ['坚决克服“一般化”为,切实把', '坚决克服“一般化”,切实把'],
])('proposes: %s', (damaged, expected) => {
  expect(withProposals(damaged)).toBe(expected);
  expect(repaired(damaged).text).toBe(damaged);
});

test.each([
  '那么就这样办',
  '家底和根底都要清楚',
  '创造性地开展工作',
  '编制实施方案,形成方案体系',
  '还未根本消除',
  '广泛发动群众',
  '创新方法',
])('proposes nothing for: %s', (clean) => {
  expect(repaired(clean).repairs).toEqual([]);
});

test.each([
  ['*区在市里的排名', 'name', null],
  ['地区生产总值增长*%', 'number', '%'],
  ['上半年得分为**分', 'number', '分'],
  ['均列全市第*位', 'rank', '位'],
  ['学习贯彻_总书记重要讲话', 'name', null],
  ['s_会议提出', 'word', null],
  ['省委书记XXX强调', 'name', null],
  ['我区14个项目中,竣工项,合计占56.3%', 'number', '项'],
  ['区是四个老城区之一', 'name', null],
])('stays unknown: %s', (masked, kind, unit) => {
  const { text, unknowns } = repaired(masked);
  expect(text).toBe(masked);
  expect(unknowns).toMatchObject([{ kind, unit }]);
});

test('the sentence of six governance aspects: only 宗 fits, and it is only proposed', () => {
  expect(withProposals('从乡村治理、z-教治理、校园治理')).toBe('从乡村治理、宗教治理、校园治理');
});

test('gaps keep the lengths that the site states', () => {
  const inner = repaired('有力推動了政 ……(快文網(wǎng)http://example.invalid省略1460字,正式會員可完整閱讀)…… 深刻理解');
  expect(inner.gaps).toMatchObject([{ kind: 'omitted', missing: 1460, unit: 'characters' }]);
  expect(inner.text).not.toContain('example');
  const cut = repaired(
    '作為我國社會主義協(xié)商民 ……(未完,全文共7885字,當前只顯示3797字,請閱讀下面提示信息。收藏在區(qū)委會議上的講話) 上一篇:在市政協(xié)會議上的講話 下一篇:在縣委會議上的講話 相關欄目:黨委 共青團 |',
  );
  expect(cut.gaps).toMatchObject([{ kind: 'truncated', total: 7885, shown: 3797, missing: 4088 }]);
  expect(cut.text).toBe('作为我国社会主义协商民……');
});
