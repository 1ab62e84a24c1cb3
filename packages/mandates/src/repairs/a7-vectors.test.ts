import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { languageTools } from '../readers/language-tools.ts';
import { plainReading } from './damage.example.ts';
import { repairText } from './repair-text.ts';

// Kinds of damage seen in scraped official documents, each with what must come out.

const repaired = (raw: string) => repairText(plainReading(raw), languageTools);

/** Every proposal accepted. */
function withProposals(raw: string): string {
  const proposals = repaired(raw).repairs.filter((repair) => repair.proposed);
  return repairText(plainReading(raw), languageTools, { with: proposals.map((repair) => repair.id) }).text;
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
  ['；蒉r(nóng)區', '。惠农区'],
  ['建言資政;蒉r(nóng)區作為', '建言资政。惠农区作为'],
  ['誤區;蒉r(nóng)在建設', '误区。惠农在建设'],
  ['试卷?諝赓|(zhì)量', '试卷。空气质量'],
  ['指明?si肪丁⒚魅妨巳撾瘛M,', '指明了路径、明确了任务。'],
  ['提畴h誦履勘晶亂。', '了新目标'],
  ['“准”茁汒}沾笫、', '握大势、'],
  ['“效”字勺V魃瞥,', '作善成'],
  ['扎实卖[熬≡穡', '职尽责'],
  ['閑吹穆涫檔叫卸,', '的落实到行动,'],
  ['吹穆涫档叫卸,', '的落实到行动,'],
  ['阶苁榧鞘硬', '总书记视'],
  ['確??己私Y(jié)果', '确保考核结果'],
  ['我們?nèi)珔^(qū)', '我们全区'],
  ['推動(dòng)', '推动'],
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
  ['专委会工作<br />\n通则', '专委会工作通则'],
  ['难<br />\n <br />\n点、痛点', '难点、痛点'],
  ['特别是<br />\n <br />\n彭山区', '特别是彭山区'],
  ['&ldquo;城市老旧小区改造、改善安<br />居环境&rdquo;', '“城市老旧小区改造、改善安居环境”'],
  ['资金接近20<br />亿元', '资金接近20亿元'],
  ['2019 年 6 月 19<br />日', '2019年6月19日'],
  ['(2020年6月4日),<br />省委书记', '(2020年6月4日),省委书记'],
  ['分别\n汇报了', '分别汇报了'],
  ['责任单位分别进行了表态\n发言', '表态发言'],
  ['通过前几轮\n疫情防控、疫苗接种,\n动员组织能力', '通过前几轮疫情防控、疫苗接种,动员组织能力'],
  ['第一段结束。<br />  第二段开始。', '第一段结束。\n第二段开始。'],
  ['區(qū)委政協(xié)工作會議', '区委政协工作会议'],
  ['業(yè)質(zhì)關(guān)創(chuàng)礎(chǔ)發(fā)', '业质关创础发'],
  ['臺賬', '台账'],
  ['著力', '着力'],
  ['凈土', '净土'],
  ["‘一般化''''", '‘一般化’'],
  ['(5 月 21 日)', '(5月21日)'],
])('%s', (damaged, expected) => {
  expect(repaired(damaged).text).toContain(expected);
});

test.each([
  '国办发〔2017〕87号',
  '文件〔2020〕23号',
  '第一,要提高认识…',
  '先后',
  '里',
  '干部',
  '物流中心(B型)',
  '石嘴山(原文如此)和(快报)',
  '著名企业家的专著',
  '国务院关于印发?的',
])('stays: %s', (clean) => {
  expect(repaired(clean).text).toBe(clean);
});

// A word is proposed in its phrase and left alone everywhere else.
test.each([
  ['按照属地管理的原那么,以办成事为原那么', '按照属地管理的原则,以办成事为原则'],
  ['打下了良好根底。城区根底设施滞后,奠定了坚实根底', '打下了良好基础。城区基础设施滞后,奠定了坚实基础'],
  [
    '又好又快开展,也就不能。科学开展观、经济社会开展的。区的改革开展,还是。开展无坦途',
    '又好又快发展,也就不能。科学发展观、经济社会发展的。区的改革发展,还是。发展无坦途',
  ],
  ['经济社会的跨越开展。城建事业的开展,', '经济社会的跨越发展。城建事业的发展,'],
  ['城市开展、城市开展的,建设开展,乘势开展', '城市发展、城市发展的,建设发展,乘势发展'],
  ['与各指挥、各街道办事处签订了责任书', '与各指挥部、各街道办事处签订了责任书'],
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
  '活动在全社会开展。各项工作全面开展。开展环境卫生整治,开展规划编制工作',
  '平安建设成效明显。粮食消费增长。建立健全制度。不断进步的社会。到达现场处置',
  '各单位要按排名通报,自己经常检查,周末来办事的群众,属于部门职责',
  '目的是解决问题。充分施展才华。局部地区有雨。根本目的是为民',
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
  ['以_新时代中国特色社会主义思想为指导', 'name', null],
  ['当前,XX正在通过融入', 'name', null],
  ['全区**万常住人口', 'number', '万'],
  ['达标率为*%', 'number', '%'],
  ['共发运集装箱*箱', 'number', '箱'],
  ['位列*个县区第二', 'number', '个'],
  ['**部长通报了进展', 'name', null],
  ['已开始实施项,占56.7%', 'number', '项'],
  ['把建设管理得更加美好', 'name', null],
  ['让全省和人民眼睛一亮', 'name', null],
  ['市委、市政府对的工作态度', 'name', null],
  ['项目总投资达到亿元。', 'number', '亿元'],
  ['辖区共有个社区', 'number', '个'],
  ['XX年XX月XX日', 'date', null],
  ['20XX年5月', 'date', null],
  ['*月*日前完成', 'date', null],
  ['总投资**亿元', 'number', '亿元'],
  ['某某街道', 'name', null],
  ['增长____%', 'number', '%'],
  ['（此处字迹不清）', 'unreadable', null],
  ['□□街道', 'name', null],
  ['排名第**', 'rank', null],
  ['涉及户居民', 'number', '户'],
])('stays unknown: %s', (masked, kind, unit) => {
  const { text, unknowns } = repaired(masked);
  expect(text).toBe(masked);
  expect(unknowns).toMatchObject([{ kind, unit }]);
});

test.each([
  '3×5米',
  '共有3个社区',
  '有个别单位',
  '总投资达到5亿元',
  '亿元企业达到3家',
  '超过亿元以上项目',
  'A类企业',
  '把握建设规律',
])('is no unknown: %s', (clean) => {
  expect(repaired(clean).unknowns).toEqual([]);
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

const paragraph = '各街道要对照问题台账，逐条核实，按期销号，确保问题整改到位，群众满意。'.repeat(8);

test.each([
  ['(快文网http://example.invalid省略1460字,正式会员可完整阅读)', 'omitted', 1460],
  ['(新文秘网http://example.invalid省略668字,正式会员可完整阅读)', 'omitted', 668],
  ['[省略300字]', 'omitted', 300],
  ['此处略去2000字。', 'omitted', 2000],
  ['【此处删去120字】', 'omitted', 120],
  ['（此处略）', 'omitted', null],
  ['（略）', 'omitted', null],
  ['[篇幅限制，以下略]', 'omitted', null],
])('a hole inside the text: %s', (remark, kind, missing) => {
  const { text, gaps } = repaired(`一、总体要求\n${paragraph}\n${remark}\n${paragraph}`);
  expect(gaps).toMatchObject([{ kind, missing }]);
  expect(text).toBe(`一、总体要求\n${paragraph}\n……\n${paragraph}`);
});

test.each([
  ['(未完,全文共7885字,当前只显示3797字,请阅读下面提示信息)', 4088, 7885, 3797],
  ['（未完，全文共5000字，当前只显示2000字）', 3000, 5000, 2000],
  ['（本文共12页，当前显示第1-2页）', 10, 12, 2],
  ['(未完待续)', null, null, null],
  ['试读已结束，下载后可阅读全文', null, null, null],
  ['还剩5页未读，继续阅读', 5, null, null],
])('a text that is cut: %s', (remark, missing, total, shown) => {
  const { text, gaps } = repaired(`${paragraph}\n${remark}`);
  expect(gaps).toMatchObject([{ kind: 'truncated', missing, total, shown }]);
  expect(text).toBe(`${paragraph}\n……`);
});

test('a text that breaks off is cut, nobody knows how much', () => {
  expect(repaired(`${paragraph.repeat(3)}开动脑筋,敢`).gaps).toMatchObject([{ kind: 'truncated', missing: null }]);
  expect(repaired(`${paragraph.repeat(3)}另一方面...`).gaps).toMatchObject([{ kind: 'truncated', missing: null }]);
  expect(repaired(paragraph.repeat(3)).gaps).toEqual([]);
});
