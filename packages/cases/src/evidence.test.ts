import { describe, expect, test } from 'vitest';
import { calendar, did, people, standard, start, terms } from './cases.example.ts';
import type { Case } from './case.ts';
import { picturesMissing, whyNotEvidenceOf } from './evidence.ts';
import { readStandardsGrid } from './standards-grid.ts';
import { attach } from './remarks.ts';
import { recordPreClosureCheck } from './record-pre-closure-check.ts';
import { accepted } from './stages.example.ts';
import { submitResult } from './submit-result.ts';
import type { AttachmentKind, EvidenceRule } from './words.ts';

const charged = (evidence: EvidenceRule): Case => ({ ...accepted(), evidence });
const shown = (found: Case, kind: AttachmentKind): Case =>
  did(
    found,
    attach(found, people.officer, { attachmentId: kind, sha256: 'f', fileName: 'a.jpg', kind }),
    people.officer,
  );
const solved = { outcome: 'solved', statement: '已清理' } as const;
const passed = { result: 'passed', onSite: false, note: '' } as const;

describe('evidence by risk', () => {
  test('low risk: a statement is enough', () => {
    expect(submitResult(charged('statement'), people.officer, solved, terms()).refused).toBe(false);
  });

  test('middle risk: one picture before and one after, and what is missing is named', () => {
    const bare = charged('picture_pair');
    expect(submitResult(bare, people.officer, solved, terms())).toMatchObject({
      code: 'case.pictures_missing',
      params: { attachment_kinds: 'before, after' },
    });
    expect(picturesMissing(shown(bare, 'before'))).toEqual(['after']);
    const complete = shown(shown(bare, 'before'), 'after');
    expect(submitResult(complete, people.officer, solved, terms()).refused).toBe(false);
  });

  test('what was not put right on the ground has no picture of afterwards', () => {
    const result = { outcome: 'transferred', statement: '已移交铁路部门' } as const;
    expect(submitResult(charged('picture_pair'), people.officer, result, terms()).refused).toBe(false);
  });

  test('a picture from before a failed check or a relapse shows nothing of now', () => {
    const complete = shown(shown(charged('picture_pair'), 'before'), 'after');
    const later = start.add({ hours: 48 }).toString();
    const failed = {
      ...complete,
      preClosureCheck: { personId: null, unitId: null, at: later, ...passed, result: 'failed' as const },
    };
    expect(picturesMissing(failed)).toEqual(['after']);
    expect(picturesMissing({ ...complete, relapsedAt: later })).toEqual(['after']);
  });

  test('high risk: a check from the desk does not pass, but may fail', () => {
    const found = charged('field_check');
    const waiting = did(found, submitResult(found, people.officer, solved, terms()), people.officer);
    const check = (input: typeof passed | { result: 'failed'; onSite: false; note: string }) =>
      recordPreClosureCheck(waiting, people.inspector, input, { calendar, at: start });
    expect(check(passed)).toMatchObject({ code: 'case.field_check_needed' });
    expect(check({ ...passed, result: 'failed', note: '未修复' }).refused).toBe(false);
    const onSite = recordPreClosureCheck(
      waiting,
      people.inspector,
      { ...passed, onSite: true },
      { calendar, at: start },
    );
    expect(onSite.refused).toBe(false);
  });

  test('pictures for everything are a habit, and refused as a table', () => {
    expect(whyNotEvidenceOf(['picture_pair', 'picture_pair'])).toMatchObject({ code: 'standards.pictures_for_all' });
    expect(whyNotEvidenceOf(['picture_pair', 'statement'])).toBeNull();
    expect(whyNotEvidenceOf([])).toBeNull();
  });

  test('a sheet names it in words, nothing is a statement, and an unknown word is a fault', () => {
    const head = ['小类代码', '小类', '立案条件', '签收时限', '处置时限', '结案条件', '结案凭据'];
    const row = (code: string, evidence: string) => [code, code, '缺失', '2工作时', '1个工作日', '补齐', evidence];
    const grid = [head, row('a', ''), row('b', '整改前后照片'), row('c', '现场核查'), row('d', '九张照片')];
    const { rows, faults } = readStandardsGrid(grid, { acceptLimit: null, basis: standard.basis });
    expect(rows.map((one) => one.standard.evidence)).toEqual(['statement', 'picture_pair', 'field_check']);
    expect(faults).toMatchObject([{ row: 5, column: '结案凭据', code: 'standards.evidence_unknown' }]);
  });
});
