import { countCases, exportCases, getMyWork, listCases } from '@duban/contract/case-lists';
import * as cases from '@duban/contract/cases';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../adapters/workbook.ts';
import { testWorld } from '../testing/world.ts';
import { caseDesk } from './testing.ts';

const world = testWorld();
const desk = caseDesk(world);
const refused = (code: string) => ({ problem: expect.objectContaining({ code }) });
const idsOf = ({ rows }: { rows: readonly { id: string }[] }) => rows.map(({ id }) => id);

beforeEach(() => desk.standards());

describe('who sees what', () => {
  test('a handler sees the cases in which the own unit or one below takes part, and no others', async () => {
    const mine = await desk.dispatched();
    const other = await desk.dispatched({
      territory: 'tangwan',
      line: 'urban_management',
      handling: 'urban_management',
    });
    const communities = await desk.communityOf('luqiao');
    const below = await desk.filed({ territorialUnitId: communities.id });
    expect(idsOf(await desk.list({}, 'officer'))).toEqual([mine.id]);
    expect(new Set(idsOf(await desk.list({}, 'street')))).toEqual(new Set([mine.id, below.id]));
    expect(idsOf(await desk.list({}, 'otherStreet'))).toEqual([other.id]);
    await expect(desk.view(other.id, 'officer')).rejects.toMatchObject(refused('record.not_found'));
    await expect(desk.as('officer').call(cases.acceptCase, other)).rejects.toMatchObject(refused('record.not_found'));
    await expect(desk.as('officer').call(cases.commentOnCase, { ...other, text: 'x' })).rejects.toMatchObject(
      refused('record.not_found'),
    );
    for (const who of ['dispatcher', 'inspector', 'mayor', 'streetChief'] as const) {
      expect(idsOf(await desk.list({}, who))).toHaveLength(3);
    }
  });

  test('a CPPCC member has no ledger here', async () => {
    await expect(desk.list({}, 'cppcc')).rejects.toMatchObject(refused('session.forbidden'));
  });
});

describe('pages', () => {
  test('by deadline without a gap or a repeat, whatever the page size; cases without a limit come last', async () => {
    const all: string[] = [];
    for (let count = 0; count < 4; count++) all.push((await desk.report()).id, (await desk.dispatched()).id);
    for (const [limit, who] of [
      [1, 'dispatcher'],
      [3, 'dispatcher'],
      [2, 'street'],
    ] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await desk.list({ limit, after }, who);
        seen.push(...idsOf(page));
        after = page.next ?? undefined;
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(who === 'dispatcher' ? 8 : 4);
    }
    const { rows } = await desk.list({});
    expect(rows.map(({ finishBy }) => finishBy === null)).toEqual([...Array(4).fill(false), ...Array(4).fill(true)]);
    expect(idsOf(await desk.list({ sort: 'newest' }))).toEqual([...all].reverse());
    await expect(desk.list({ after: 'nonsense' })).rejects.toMatchObject(refused('case.cursor_invalid'));
    const forged = Buffer.from(JSON.stringify(['2026-13-45T00:00:00Z', '1'])).toString('base64url');
    await expect(desk.list({ after: forged })).rejects.toMatchObject(refused('case.cursor_invalid'));
  });
});

describe('filters', () => {
  test('state, openness, light, unit and side, dates, and their count', async () => {
    const open = await desk.accepted();
    const ended = await desk.closed();
    const reported = await desk.report({ sourceChannel: 'media', priority: 'urgent', tags: ['创城'] });
    const find = async (filter: Parameters<typeof desk.list>[0]) => idsOf(await desk.list(filter));
    expect(await find({ state: ['in_progress', 'filed'] })).toEqual([open.id]);
    expect(await find({ open: 'true' })).toEqual([open.id, reported.id]);
    expect(await find({ open: 'false' })).toEqual([ended.id]);
    expect(await find({ open: 'true', state: 'closed' })).toEqual([]);
    const enforcement = await desk.unitId('enforcement');
    expect(await find({ unitId: enforcement, unitSide: 'handling', open: 'true' })).toEqual([open.id]);
    expect(await find({ unitId: enforcement, unitSide: 'territorial' })).toEqual([]);
    expect(await find({ unitId: await desk.unitId('district'), withUnitsBelow: 'true', open: 'true' })).toEqual([
      open.id,
    ]);
    expect(await find({ light: 'green' })).toEqual([open.id]);
    expect(await find({ sourceChannel: 'media', priority: 'urgent', tag: '创城' })).toEqual([reported.id]);
    expect(await find({ finishFrom: '2026-03-13', finishTo: '2026-03-13', open: 'true' })).toEqual([open.id]);
    expect(await find({ finishFrom: '2026-03-14' })).toEqual([]);
    expect(await find({ closedFrom: '2026-03-10', closedTo: '2026-03-10', finishedLate: 'false' })).toEqual([ended.id]);
    expect(await desk.as('dispatcher').call(countCases, { open: 'true' })).toEqual({ count: 2, more: false });
    world.setNow('2026-03-13T09:00:00Z');
    expect(await find({ light: 'yellow' })).toEqual([open.id]);
    world.setNow('2026-03-13T10:00:01Z');
    expect(await find({ light: ['red'] })).toEqual([open.id]);
    expect((await desk.list({ light: 'red' })).rows[0]?.light).toBe('red');
  });

  test('several values arrive as one or as many, and unknown ones are named', async () => {
    const answer = await world.fetchAs('luwenqiao')('http://test/api/v1/cases?state=closed&state=nonsense');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'request.invalid',
      fields: [{ path: expect.stringContaining('state') }],
    });
  });
});

describe('words', () => {
  test('Chinese by its characters, words and numbers by their beginning; all must be there', async () => {
    const market = await desk.report({ title: '长江农贸市场周边占道经营', place: { text: '中电投对面' } });
    const road = await desk.report({ title: 'KFC 门前路面破损', place: { text: '人民路12号' } });
    const find = async (text: string, who: 'dispatcher' | 'street' = 'dispatcher') =>
      idsOf(await desk.list({ text }, who));
    for (const text of ['农贸市场', '市场', '占道 农贸', '中电投', '投对面', '长'])
      expect(await find(text), text).toEqual([market.id]);
    for (const text of ['kfc', 'KF', '人民路12', '路12号', '破损']) expect(await find(text), text).toEqual([road.id]);
    expect(await find(road.number)).toEqual([road.id]);
    expect(await find(String(Number(road.number.split('-')[1])))).toContain(road.id);
    for (const text of ['市农', '农贸 破损', '!!!', "';drop table cases", '没有的词'])
      expect(await find(text), text).toEqual([]);
    expect(await find('农贸市场', 'street')).toEqual([]);
  });

  /** Many like cases, straight into the table, as only the plan of a search is of interest, and what it finds. */
  async function cloned(id: string, times: number, title: string, finishBy: string | null): Promise<void> {
    await sql`
      insert into cases (jurisdiction_id, id, version, number, state, title, description, class_code, place, place_text,
        source_channel, priority, tags, reported_at, handler_unit_ids, provisional, halted_light, check_passed,
        extension_count, suspension_count, suspended_days, return_count, rework_count, relapse_count, merged_count,
        urge_count, details, finish_by)
      select jurisdiction_id, gen_random_uuid(), 1, ${title} || i, 'filed', ${title}, '', class_code, place, place_text,
        source_channel, priority, tags, reported_at, '{}', false, 'off', false, 0, 0, 0, 0, 0, 0, 0, 0, details,
        ${finishBy}::timestamptz
      from cases, generate_series(1, ${times}::int) i where id = ${id}`.execute(world.database);
    await sql`analyze cases`.execute(world.database);
  }

  test('common words are found by walking the deadlines: the same answer', async () => {
    const wanted = await desk.dispatched();
    await cloned(wanted.id, 3200, '农贸市场门前', null);
    const { rows, next } = await desk.list({ text: '农贸市场', limit: 5 });
    expect(rows[0]?.id).toBe(wanted.id);
    expect(next).not.toBeNull();
    expect(idsOf(await desk.list({ text: '农贸市场', limit: 5 }, 'street'))).toEqual([wanted.id]);
    expect(idsOf(await desk.list({ text: '农贸市场', state: 'awaiting_acceptance' }))).toEqual([wanted.id]);
  });

  test('common words that stand together far from the first deadlines are found by the text index', async () => {
    const wanted = await desk.dispatched();
    await cloned(wanted.id, 5100, '路灯不亮', '2020-01-01T00:00:00Z');
    await cloned(wanted.id, 60, '井盖松动', null);
    const pages = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await desk.list({ text: '井盖松动', limit: 25, ...(after ? { after } : {}) });
      pages.push(idsOf(page));
      after = page.next ?? undefined;
    }
    expect(pages.map((ids) => ids.length)).toEqual([25, 25, 10]);
    expect(pages.flat()).toEqual([...new Set(pages.flat())].sort());
    expect(await desk.as('dispatcher').call(countCases, { text: '井盖松动' })).toEqual({ count: 60, more: false });
    expect(idsOf(await desk.list({ text: '井盖松动 路灯不亮' }))).toEqual([]);
  });
});

describe('my work', () => {
  const groups = async (who: Parameters<typeof desk.as>[0]) => (await desk.as(who).call(getMyWork, {})).groups;
  const counts = async (who: Parameters<typeof desk.as>[0]) =>
    Object.fromEntries((await groups(who)).map(({ code, count }) => [code, count]));

  test('each role has its groups, and every number opens the list that it was counted from', async () => {
    await desk.report({ sourceChannel: 'public' });
    await desk.report();
    await desk.dispatched();
    await desk.accepted();
    await desk.submitted();
    await desk.checked();
    expect(await counts('officer')).toMatchObject({ to_accept: 1, in_progress: 1, in_progress_overdue: 0, rework: 0 });
    expect(await counts('dispatcher')).toMatchObject({
      to_check_before_filing: 1,
      to_file: 1,
      to_dispatch: 0,
      to_close_out: 1,
    });
    expect(await counts('inspector')).toMatchObject({ to_check_before_closing: 1, to_recheck: 0 });
    world.setNow('2026-03-20T02:00:00Z');
    expect(await counts('chief')).toMatchObject({ overdue_below: 2, requests_to_endorse: 0 });
    for (const who of ['officer', 'dispatcher', 'inspector', 'chief', 'mayor'] as const) {
      for (const { code, count, rows, filter } of await groups(who)) {
        const opened = await desk.as(who).call(listCases, { ...filter, limit: 100 });
        expect(opened.rows, `${who} ${code}`).toHaveLength(count);
        expect(rows.map(({ id }) => id)).toEqual(idsOf(opened).slice(0, 5));
      }
    }
  });
});

describe('export', () => {
  test('what the filter finds, in the reader’s language; text that looks like a formula stays text', async () => {
    await desk.report({ title: '=HYPERLINK("http://evil","x")', place: { text: '+1-2@x' } });
    await desk.closed();
    const file = await desk.as('dispatcher').download(exportCases, { state: 'awaiting_pre_filing_check' });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sheet = await readWorkbook(bytes, 100);
    if ('fault' in sheet) throw new Error(sheet.fault);
    expect(sheet.formulas).toEqual([]);
    expect(sheet.grid).toHaveLength(2);
    expect(sheet.grid[0]?.slice(0, 4)).toEqual(['编号', '标题', '状态', '灯']);
    expect(sheet.grid[1]).toEqual(
      expect.arrayContaining(['=HYPERLINK("http://evil","x")', '待核实', '+1-2@x', '巡查发现']),
    );
  });
});
