/**
 * Words that document-sharing sites swap for near-synonyms to hide a copy. Each rule needs its context, because the
 * wrong word is right elsewhere (实施方案, 发动群众, 还未根本消除). They are proposed, never applied unasked.
 * In `found` the group `(?<wrong>…)` marks what would be replaced.
 */
export type SynonymRule = { readonly found: RegExp; readonly right: string };

export const synonymRules: readonly SynonymRule[] = [
  { found: /(?<wrong>原那么)/g, right: '原则' },
  { found: /(?<=良好|坚实|扎实|牢固|深厚|打好|奠定|夯实)(?<wrong>根底)(?!深)/g, right: '基础' },
  { found: /(?<wrong>根底)(?=设施|工作|建设|教育|产业)/g, right: '基础' },
  {
    found:
      /(?<=又好又快|经济社会|经济社会的跨越|改革|跨越|事业的|城市|建设|乘势|协调|可持续|高质量|产业)(?<wrong>开展)(?=[，,。、；;的”〞])/g,
    right: '发展',
  },
  { found: /(?<wrong>开展)(?=观[、，,。]|无坦途|是硬道理|是第一要务)/g, right: '发展' },
  { found: /(?<=与)(?<wrong>方案)(?=工期)/g, right: '计划' },
  { found: /(?<=按)(?<wrong>方案)(?=必须|应当|要)/g, right: '计划' },
  { found: /(?<=进度)(?<wrong>方案)/g, right: '计划' },
  { found: /(?<wrong>撤除)(?=违章|违法|违建|建筑|临建|棚户|围挡)/g, right: '拆除' },
  { found: /(?<wrong>承当)(?=的|了|着|\d|[一二三四五六七八九十]|任务|责任|起)/g, right: '承担' },
  { found: /(?<wrong>比拟)(?=普遍|严重|多|大|高|好|差|突出|集中|薄弱|明显|困难|复杂|缓慢|落后|滞后)/g, right: '比较' },
  { found: /(?<=投入|经费|资金|力量|人手|供给|能力|动力|用地)(?<wrong>缺乏)(?=[、，,。；;])/g, right: '不足' },
  { found: /(?<wrong>最正确)(?=突破口|时机|方案|途径|选择|状态|位置|效果|切入点)/g, right: '最佳' },
  { found: /(?<=已|已经)(?<wrong>根本)(?=具备|完成|形成|建成|实现|结束|到位)/g, right: '基本' },
  { found: /(?<=具备的)(?<wrong>根本)(?=素质|条件|要求|能力)/g, right: '基本' },
  { found: /(?<wrong>发动)(?=会[、，,。]|大会|部署|和部署)/g, right: '动员' },
  { found: /(?<wrong>屡次)(?=莅临|深入|召开|强调|指示|到)/g, right: '多次' },
  { found: /(?<=良好|浓厚的?|热烈)(?<wrong>气氛)/g, right: '氛围' },
  { found: /(?<wrong>气氛)(?=日益浓厚|更加浓厚|十分浓厚)/g, right: '氛围' },
  { found: /(?<=一切有效的|一切可行的)(?<wrong>方法)/g, right: '办法' },
  { found: /(?<=不能|不可|不容)(?<wrong>无视)/g, right: '忽视' },
  { found: /(?<wrong>拼博)/g, right: '拼搏' },
  { found: /(?<=[”〞])(?<wrong>为)(?=[,，]\s*切实)/g, right: '' },
  { found: /(?<![a-z])(?<wrong>z-)(?=教)/g, right: '宗' },
];
