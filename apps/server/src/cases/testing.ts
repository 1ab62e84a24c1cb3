import type { Client } from '@duban/contract/client';
import { listCases } from '@duban/contract/case-lists';
import * as handling from '@duban/contract/case-handling';
import * as cases from '@duban/contract/cases';
import type { Call, Reply } from '@duban/contract/endpoint';
import { importStandards } from '@duban/contract/standards';
import { demoUnit } from '@duban/demo/units';
import { sql } from 'kysely';
import { writeWorkbook } from '../adapters/workbook.ts';
import type { World } from '../testing/world.ts';

/**
 * Cases of the demo district for tests, brought into each stage by the commands themselves: somebody of the
 * enforcement department handles what lies in the street 鹿桥 (luqiao) or wherever the test says.
 */
export const testClass = '9901';
export const communityClass = '9902';

const rows = [
  ['街面秩序', testClass, '占道经营', '1', '占用人行道', '2工作时', '3工作日', '撤除', '综合执法', '示例', '否'],
  ['', '', '', '2', '占用车行道', '1紧急工作时', '4紧急工作时', '撤除', '', '', ''],
  ['市容环境', communityClass, '楼道堆物', '1', '堵塞通道', '4工作时', '5工作日', '清空', '街道', '示例', '是'],
];
const headings = [
  '大类',
  '小类代码',
  '小类名称',
  '立案条件代码',
  '立案条件',
  '签收时限',
  '处置时限',
  '结案条件',
  '责任部门',
  '依据',
  '社区职责',
];

export const people = {
  dispatcher: 'luwenqiao',
  otherDispatcher: 'minhuaipu',
  officer: 'duanqinghe',
  chief: 'enforcement.leader',
  street: 'tangjinchu',
  streetChief: 'luoyanxing',
  otherStreet: 'yubeichen',
  inspector: 'zhangjihe',
  streetInspector: 'luqiao.inspector',
  mayor: 'liangdaizong',
  cppcc: 'qinyusheng',
} as const;

type At = Reply<typeof cases.closeOutCase>;

export function caseDesk(world: World) {
  const as = (who: keyof typeof people): Client => world.as(people[who]);
  const unitId = async (key: string): Promise<string> => {
    const { name } = demoUnit(key);
    const row = await world.database
      .selectFrom('units')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const communityOf = async (key: string): Promise<{ id: string; name: string }> =>
    world.database
      .selectFrom('units')
      .select(['id', 'name'])
      .where('parent_id', '=', await unitId(key))
      .where('kind', '=', 'community')
      .orderBy('code')
      .executeTakeFirstOrThrow();

  const desk = {
    as,
    unitId,
    communityOf,

    async standards(validFrom = '2026-03-01'): Promise<void> {
      const content = new Blob([await sheetOf([headings, ...rows])]);
      const input = { mode: 'all', name: '测试标准', basis: '示例', validFrom, replaces: 'rows' } as const;
      const report = await as('dispatcher').call(importStandards, input, { file: { name: 'a.xlsx', content } });
      if (!report.applied) throw new Error(JSON.stringify(report.faults));
    },

    /** a point well inside the ground of a unit */
    async pointIn(id: string): Promise<{ longitude: number; latitude: number }> {
      const { ring } = await world.database
        .selectFrom('areas')
        .select('ring')
        .where('unit_id', '=', id)
        .executeTakeFirstOrThrow();
      const points = ring as [number, number][];
      const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
      return { longitude: mean(0), latitude: mean(1) };
    },

    report: (changes: Partial<Call<typeof cases.reportCase>> = {}, who: keyof typeof people = 'dispatcher') =>
      as(who).call(cases.reportCase, {
        title: '农贸市场北门占道经营',
        classCode: testClass,
        place: { text: '农贸市场北门' },
        sourceChannel: 'patrol',
        ...changes,
      }),

    async filed(changes: Partial<Call<typeof cases.reportCase>> = {}, handOver = true): Promise<At> {
      const found = await desk.report(changes);
      const classCode = changes.classCode ?? testClass;
      return as('dispatcher').call(cases.fileCase, { ...found, classCode, conditionCode: '1', handOver });
    },

    async dispatched(to: { line?: string; territory?: string; handling?: string } = {}): Promise<At> {
      const found = await desk.filed();
      return as('dispatcher').call(cases.dispatchCase, {
        ...found,
        lineUnitId: await unitId(to.line ?? 'enforcement'),
        territorialUnitId: await unitId(to.territory ?? 'luqiao'),
        handlingUnitId: await unitId(to.handling ?? 'enforcement'),
      });
    },

    accepted: async (): Promise<At> => as('officer').call(cases.acceptCase, await desk.dispatched()),

    submitted: async (): Promise<At> =>
      as('officer').call(handling.submitResult, {
        ...(await desk.accepted()),
        outcome: 'solved',
        statement: '摊位已撤除',
      }),

    checked: async (): Promise<At> =>
      as('inspector').call(cases.recordPreClosureCheck, { ...(await desk.submitted()), result: 'passed' }),

    closed: async (): Promise<At> => as('dispatcher').call(cases.closeOutCase, await desk.checked()),

    view: (id: string, who: keyof typeof people = 'dispatcher') => as(who).call(cases.getCase, { id }),

    /** what the clock would do: the job with its due followers */
    async runJob(name: string): Promise<void> {
      await sql`select graphile_worker.add_job(${name})`.execute(world.database);
      await world.runJobs();
    },

    list: (filter: Call<typeof listCases>, who: keyof typeof people = 'dispatcher') => as(who).call(listCases, filter),
  };
  return desk;
}

export async function sheetOf(grid: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const [head = [], ...body] = grid;
  const columns = head.map((heading) => ({ heading, width: 12 }));
  return new Uint8Array(await writeWorkbook({ name: 'a', columns, rows: body }));
}
