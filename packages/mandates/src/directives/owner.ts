import { demandWords, ownerEndings } from '../rules/directive-words.ts';

/** Who is told to act, as written, and how far the clause is taken by saying so. */
export type Owner = { readonly names: readonly string[]; readonly length: number; readonly demand: string };

const endings = ownerEndings
  .toSorted((a, b) => b.length - a.length)
  .map((ending) => ending.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');
const tail = `(?:${endings}|[\\u4e00-\\u9fff]{2}委(?![员会托派任]))(?:等(?:有关|相关)?(?:部门|单位)?)?(?:“一把手”|主要负责人|主要负责同志|主要领导|分管领导|老师)?`;
const lead = '(?:(?:会后|同时|此外|另外|特别是|下一步|其中|今后|今年|首先|其次|最后|作为|在此)[，,]?)?';
const between = '(?:也|都|均|还|则|一定|就|同时|继续|今后|切实|严格|进一步|今天|们)*';
const ownerBeforeDemand = new RegExp(
  `^${lead}([\\u4e00-\\u9fffA-Za-z*“”‘’、（）()《》]{0,44}?${tail})${between}(${demandWords})`,
);
const askedOwner = new RegExp(
  `^${lead}(?:请|望|希望|由|委托|建议)([\\u4e00-\\u9fff“”、和及]{0,40}?${tail})(?:再|要|也|认真|继续|牵头|负责|做好|会同|抓紧|尽快|[\\u4e00-\\u9fff])`,
);
/** The same, but surely ended: by a preposition or a verb of charge. Tried first, and greedy, so that 区政协 does not stop 区政协城建委. */
const askedWhole = new RegExp(
  `^${lead}(?:请|望|希望|由|委托|建议)([\\u4e00-\\u9fff“”、和及]{0,40}${tail})(?=再|要|也|认真|继续|牵头|负责|会同|抓紧|尽快|对|把|将|于|在|按|建立|制定|组织|汇总|形成)`,
);
/** 区督查室对…情况要跟踪问效: what it is about stands between the owner and the demand. */
const ownerThenTopic = new RegExp(
  `^${lead}([\\u4e00-\\u9fff“”、和及]{0,30}?${tail})(?:对|把|将|按照|根据|围绕|结合)[^，,。；]{2,40}?(要|必须|务必|应当|负责|实行|进行|开展)(?!了)`,
);
/** 区指挥部每两周组织一次交叉检查: an owner, a rhythm, an act. */
const ownerThenRhythm = new RegExp(
  `^${lead}([\\u4e00-\\u9fff“”、和及]{0,30}?${tail})(每[一二两半\\d]*个?(?:周|月|天|日|季度|年|旬))(?:至少)?(?:组织|开展|召开|进行|检查|通报|报送|调度)`,
);
const actingEvery = new RegExp(
  `^(各[\\u4e00-\\u9fff、]{0,12}?(?:${endings}|班|地))(?=今天|明天|本周|每|利用|对|于|牵头|负责|按|根据|结合)`,
);
const speakingAs = new RegExp(`^作为([\\u4e00-\\u9fff]{0,16}?${tail})$`);
const notOwner = /(我们|大家|同志们|你们|他们|自己|工作|问题|任务|群众的|意识|作用|关系|过程|方面|时候)$/;

/**
 * @param clause one clause, numbering already taken off
 * @param before the clause before it
 */
export function ownerOf(clause: string, before = ''): Owner | null {
  const asSuch = speakingAs.exec(before);
  if (asSuch && clause.startsWith('我们')) return { names: namesOf(asSuch[1]!), length: 2, demand: '要' };
  const asked = askedWhole.exec(clause) ?? askedOwner.exec(clause);
  if (asked) return { names: namesOf(asked[1]!), length: clause.indexOf(asked[1]!) + asked[1]!.length, demand: '请' };
  const told = ownerBeforeDemand.exec(clause);
  if (told && !notOwner.test(told[1]!) && !/^(强调|完善|坚持|推动|按照|构建|形成|健全|加强|依靠)/.test(told[1]!))
    return { names: namesOf(told[1]!), length: told[0].length - told[2]!.length, demand: told[2]! };
  const topical = ownerThenTopic.exec(clause);
  if (topical && !notOwner.test(topical[1]!) && !/(了|已|过)/.test(topical[0]))
    return {
      names: namesOf(topical[1]!),
      length: clause.indexOf(topical[1]!) + topical[1]!.length,
      demand: topical[2]!,
    };
  const rhythmic = ownerThenRhythm.exec(clause);
  if (rhythmic && !/(了|已)/.test(clause))
    return { names: namesOf(rhythmic[1]!), length: clause.indexOf(rhythmic[2]!), demand: '' };
  const every = actingEvery.exec(clause);
  return every ? { names: namesOf(every[1]!), length: every[0].length, demand: '' } : null;
}

const wholeName = new RegExp(`^[\\u4e00-\\u9fffA-Za-z*“”（）()]{0,30}(?:${endings}|地|班)(?:主要负责人|主要领导)?$`);

/** Names joined by 、 or 和 are entries of their own when each is whole; names that share an ending stay together. */
export function namesOf(written: string): string[] {
  const text = written.replace(/^(?:同时|特别是|由|以及|请|望)/, '').trim();
  const parts = text.split(/、|和|及(?!时)|以及|与/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => wholeName.test(part)) ? parts : [text];
}

const bracketed =
  /[（(](?:[^（）()]*?)(牵头|责任|主责|负责)(?:单位|部门)[:：]\s*([^（）()；;]+)(?:[；;]\s*(?:配合|责任|协办|协同|参与)(?:单位|部门)[:：]\s*([^（）()]+))?[）)]/;

/** （牵头单位：A、B；配合单位：C） at the end of an item. */
export function ownersInBrackets(text: string): { readonly leads: string[]; readonly supports: string[] } | null {
  const match = bracketed.exec(text);
  if (!match) return null;
  const list = (names: string | undefined): string[] =>
    (names ?? '')
      .split(/[、，,]/)
      .map((name) => name.trim().replace(/[。.]$/, ''))
      .filter((name) => name !== '');
  return { leads: list(match[2]), supports: list(match[3]) };
}

const helping = new RegExp(
  `([\\u4e00-\\u9fff、和]{2,30}?${tail})(?:积极|主动|做好)?(?:配合|协同|协助)(?=$|[，,。；;）)]|做好|抓好)`,
);
const ledBy = new RegExp(`由([\\u4e00-\\u9fff、和]{2,30}?${tail})牵头`);

const together = new RegExp(`会同([\\u4e00-\\u9fff、和]{0,30}?${tail})`);

/** 由区交通局牵头、望岫街道具体负责: who does the work on the ground. */
const carryingOut = new RegExp(
  `[，,、]([\\u4e00-\\u9fff]{0,20}?${tail})(?:具体负责|具体实施|组织实施|组织施工|负责实施|负责落实)`,
);

export function supportersIn(text: string): string[] {
  const match = helping.exec(text);
  const helpers = match ? namesOf(match[1]!.replace(/^.*牵头[，,、]?/, '')) : [];
  const others = [together, carryingOut].flatMap((pattern) => namesOf(pattern.exec(text)?.[1] ?? ''));
  return [...new Set([...helpers, ...others])].filter((name) => name !== '');
}

export function leadersIn(text: string): string[] {
  const match = ledBy.exec(text);
  return match ? namesOf(match[1]!) : [];
}

const assigning = new RegExp(
  `^(?:交?由)?([\\u4e00-\\u9fff、和及]{0,60}?${tail})(?:分别|共同|具体)?(?:按照?职责分工)?(?:牵头|负责)(?:落实|实施)?(?=[，,。]|$)`,
);

/** A sentence that only says who shall do what the sentence before it names: 由区住建局牵头，区水务局配合，…前完成。 */
export function assignedIn(sentence: string): readonly string[] | null {
  const match = assigning.exec(sentence);
  return match ? namesOf(match[1]!) : null;
}
