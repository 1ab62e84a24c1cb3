import { ownerEndings, territoryOwner } from '../rules/owner-words.ts';

/**
 * Where the name of somebody who can be told to act may end in a clause. Chinese names have no mark at their beginning,
 * so a name is what stands between the opening words of the clause and such an end, unless a word lies in it that no
 * name has.
 */

export const endings = ownerEndings
  .toSorted((a, b) => b.length - a.length)
  .map((ending) => ending.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');

/** The endings by their last character: most places of a clause are ruled out by one look. */
const byLast = new Map<string, string[]>();
for (const ending of ownerEndings) byLast.set(ending.at(-1)!, [...(byLast.get(ending.at(-1)!) ?? []), ending]);

/** Endings that are patterns, by their last character, and what must not or must follow. */
const patterns: readonly { readonly last: string; readonly before: RegExp; readonly after: RegExp }[] = [
  { last: '区市县旗州省盟）镇道乡村门位室司校组班', before: new RegExp(`${territoryOwner}$`), after: /^/ },
  {
    last: '政建管安通利务育卫健急改信商旅法社计访业境',
    before:
      /[区市县](?:财政|住建|城管|公安|民政|交通|水利|水务|教育|卫健|应急|发改|工信|商务|文旅|司法|人社|审计|信访|林业|生态环境)$/,
    after: /^/,
  },
  {
    last: '长记任',
    before: /(?:[区市县镇局校院乡]|各级|社区|街道|支部|乡镇)(?:(?:委|党委|工委|党工委)?(?:第一|副)?书记|副?主任|长)$/,
    after: /^(?!期|效|远|三角|者)/,
  },
  {
    last: '办',
    before: /(?<![\u4e00-\u9fff](?<![和及与请由望]))[\u4e00-\u9fff]{2,4}办$/,
    after: /^(?![法理公事好学])/,
  },
  {
    last: '处科室部组站所院',
    before: /(?<![\u4e00-\u9fff](?<![和及与请由望]))[\u4e00-\u9fff]{2,4}[处科室部组站所院]$/,
    after: /^(?:要|须|应当|负责|牵头|于|将|每)/,
  },
  { last: '委', before: /[\u4e00-\u9fff]{2}委$/, after: /^(?![员会托派任])/ },
  {
    last: '办委局心站所处队班',
    before: /[区市县省镇][\u4e00-\u9fff]{1,6}(?:办|委|局|中心|站|所|处|队|专班)$/,
    after: /^(?![法理公事好员会托派任])/,
  },
];
const patternsOf = new Map<string, typeof patterns>();
for (const one of patterns) for (const last of one.last) patternsOf.set(last, [...(patternsOf.get(last) ?? []), one]);

/** What may be said with a name and belongs to it: （市、区）, 等部门, “一把手”. */
const suffix =
  /^(?:[（(][^（）()，。；]{1,14}[）)])?(?:等(?:有关|相关|多个|其他)?(?:部门|单位)?)?(?:“一把手”|一把手|主要负责人|主要负责同志|党政主要负责人|主要领导|党政主要领导|分管领导|负责人|负责同志|班子成员|老师)?/;

const LONGEST_PATTERN = 14;

function endsHere(clause: string, at: number): boolean {
  const last = clause[at - 1]!;
  if (byLast.get(last)?.some((ending) => clause.startsWith(ending, at - ending.length))) return true;
  return (
    patternsOf
      .get(last)
      ?.some(
        ({ before, after }) =>
          after.test(clause.slice(at, at + 4)) && before.test(clause.slice(Math.max(0, at - LONGEST_PATTERN), at)),
      ) ?? false
  );
}

/** Every place in a clause where a name may end, the first one first. */
export function tailEnds(clause: string): readonly number[] {
  let ends = known.get(clause);
  if (!ends) {
    ends = findTailEnds(clause);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(clause, ends);
  }
  return ends;
}

/** The same clause is asked about several times while its sentence is read. */
const known = new Map<string, readonly number[]>();
const MOST_KNOWN = 200;

/** 物业｜服务企业, 公安｜派出所: the name goes on. */
const goesOnAsName =
  /^(?:服务|管理|经营|施工|监理|建设|运营|维护|养护|产权|使用|派出|监管|执法|投资)(?:服务|管理)?(?:企业|公司|单位|部门|中心|站|处|所|人员|者|大队|集团)/;

function findTailEnds(clause: string): readonly number[] {
  const ends = new Set<number>();
  for (let at = 1; at <= clause.length; at++) {
    if (!endsHere(clause, at) || goesOnAsName.test(clause.slice(at, at + 9))) continue;
    ends.add(at);
    ends.add(at + suffix.exec(clause.slice(at, at + 32))![0].length);
  }
  return [...ends].toSorted((a, b) => a - b);
}

const opening =
  /^(?:(?:会后|并|同时|此外|另外|特别是|尤其是|下一步|接下来|其中|今后|今年|近期|当前|首先|其次|最后|作为|在此|为此|对此|一是|二是|三是|四是|五是|六是)[，,]?)?/;

/** How far a clause is opened by words that are no part of a name: 会后, 同时, 一是. */
export const openingLength = (clause: string): number => opening.exec(clause)![0].length;

const nameCharacters = /^[\u4e00-\u9fffA-Za-z\d*“”‘’、（）()《》○]+$/;
const notInNames =
  /把|将|按照|会后|(?<!主)要|请|由|并|向(?!阳|荣)|每[周月天日季年]|下班|之前|以前|日前|月前|底前|对|通过|结合|不得|必须|已|了|的(?!单位|班级|同学|学生|部门|企业|街道|社区)/;
const LONGEST_NAME = 64;

/** The name between two places; null when it can be none. */
export function nameBetween(clause: string, from: number, to: number): string | null {
  if (to <= from || to - from > LONGEST_NAME) return null;
  const name = clause.slice(from, to);
  return nameCharacters.test(name) && !notInNames.test(name.replace('一把手', '')) ? name : null;
}
