import type { Unknown, UnknownKind } from '../mandate.ts';
import { beforeNumber } from '../rules/mask-contexts.ts';
import type { Step } from './step.ts';

type Cut = { readonly at: RegExp; readonly kind: UnknownKind; readonly unit?: true };

/**
 * Places where the grammar shows that a value or a name was cut out without a trace. Each pattern finds the empty place;
 * what follows a cut number is its unit, taken from the group.
 */
const cuts: readonly Cut[] = [
  // 竣工项，开工项
  {
    at: /(?<=竣工|开工|完工|开始实施|已实施|完成|在建|新建|续建|整改|办结|销号)(?=(项|件|个|处)[,，。；;、])/g,
    kind: 'number',
    unit: true,
  },
  // 达到亿元, 投入万元: but 亿元企业, 亿元以上 and 万元产值 are words of their own
  {
    at: new RegExp(
      `(?<=${beforeNumber})(?=((?:百|千)?[万亿]元|[万亿]美元)(?!以上|以下|级|大|企业|项目|产业|村|镇|园|户|俱乐部|产值|GDP|增加值|生产总值|工程))`,
      'g',
    ),
    kind: 'number',
    unit: true,
  },
  {
    at: new RegExp(
      `(?<=${beforeNumber})(?=(万?(?:平方公里|平方米|立方米|人次|吨|公里|亩)|个百分点)(?!数|以上|以下|单价|均|造价|位|制|级|桥|跑))`,
      'g',
    ),
    kind: 'number',
    unit: true,
  },
  // 增长%
  { at: /(?<=[\u4e00-\u9fff])(?<!单位|百分比|比例|占比)(?=([%％])(?![）)]))/g, kind: 'number', unit: true },
  // 共有个社区, 涉及户居民
  {
    at: /(?<=共有|现有|设有|下设|下辖|辖有|拥有|涉及|成立了|建成|新建|打造)(?=(个)(?!别|人|体|性|案|旧|中|税|股|头|唱|展|转))/g,
    kind: 'number',
    unit: true,
  },
  {
    at: /(?<=涉及|惠及|搬迁|动迁|签约|入户|走访)(?=(户|名|人)(?!籍|外|型|口|主|数|均|厕|员|民|才|大|事|社|工|身|家|群|力|次))/g,
    kind: 'number',
    unit: true,
  },
  // 仅用小时, 为期天
  { at: /(?<=历时|为期|仅用|用时|耗时|历经)(?=(小时|个小时|个月|天|年|周)(?!期|年|度))/g, kind: 'number', unit: true },
  // 位列全市第位
  { at: /(?<=[\u4e00-\u9fff]第)(?=([位名])(?!称|字|置|于|义))/g, kind: 'rank', unit: true },
  // 2020年月日, 于月日召开
  { at: /(?<=\d{4}年|[于在自至到])(?=月日(?!历|均|报|志))/g, kind: 'date' },
  { at: /(?<=[于在自至到])(?=年月日(?!历))/g, kind: 'date' },
  // 区是四个老城区之一
  { at: /(?<=^|[。！？；\n])(?=[区市县镇](?:是|作为|位于|地处|有着)(?!否|指))/g, kind: 'name' },
  // 市委、市政府对的工作, 让全省和人民
  { at: /(?<=(?:政府|市委|区委|县委|省委|上级|领导|群众|各界)对)(?=的)/g, kind: 'name' },
  { at: /(?<=(?:全国|全省|全市|全区|省内外|国人)和)(?=人民|群众|百姓|市民)/g, kind: 'name' },
  // 把建设得更加美好
  {
    at: /(?<=把)(?=(?:建设|打造|管理|发展|改造|治理|建成)[^，,。、的得成把]{0,4}(?:得|成(?![果效绩就本员型熟长])))/g,
    kind: 'name',
  },
  { at: /(?<=在)(?=的(?:正确|坚强|统一|亲切|大力)(?:领导|关怀|支持|指导)下)/g, kind: 'name' },
  { at: /(?<=由|听取了)(?=同志(?:主持|作|传达|通报|代表))/g, kind: 'name' },
  // 各指挥、各街道办事处
  { at: /(?<=各指挥)(?=[、，,和及])/g, kind: 'word' },
];

/** Values and names that were cut out without a trace. The place is empty; the unit that follows is kept. */
export const cutWords: Step = {
  name: 'cut-words',
  find(text) {
    const unknowns: Omit<Unknown, 'rawStart' | 'rawEnd'>[] = [];
    for (const { at, kind, unit } of cuts) {
      for (const match of text.matchAll(at))
        unknowns.push({ start: match.index, end: match.index, kind, text: '', unit: unit ? match[1]! : null });
    }
    return { edits: [], unknowns };
  },
};
