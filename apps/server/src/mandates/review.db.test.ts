import * as review from '@duban/contract/document-review';
import { listUnits } from '@duban/contract/organisation';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { documentDesk, editOf, refusal } from './testing.ts';

const world = testWorld();
const { asDispatcher, paste, read, unitNamed } = documentDesk(world);

test('accept, reject, edit; each step can be taken back until it was sent', async () => {
  const { id, version } = await paste();
  const [first, second, third] = (await read(id)).items;
  const urban = await unitNamed('区城管局');
  let at = await asDispatcher().call(review.acceptDirective, { id, directiveId: first!.id, version });
  at = await asDispatcher().call(review.rejectDirective, {
    id,
    directiveId: third!.id,
    version: at.version,
    reason: '另有安排',
  });
  at = await asDispatcher().call(review.editDirective, {
    id,
    directiveId: second!.id,
    version: at.version,
    ...editOf(second!, { lineUnitId: urban.id, action: '完成占道经营整改' }),
  });
  expect((await read(id)).items.map(({ state, edited }) => [state, edited])).toEqual([
    ['accepted', false],
    ['accepted', true],
    ['rejected', false],
  ]);
  at = await asDispatcher().call(review.undoReview, { id, version: at.version });
  const undone = (await read(id)).items[1]!;
  expect(undone).toMatchObject({ state: 'proposed', edited: false, action: second!.action, lineUnit: null });
  at = await asDispatcher().call(review.undoReview, { id, version: at.version });
  at = await asDispatcher().call(review.undoReview, { id, version: at.version });
  expect((await read(id)).items.map((item) => item.state)).toEqual(['proposed', 'proposed', 'proposed']);
  expect((await read(id)).canUndo).toBe(false);
  expect(await refusal(asDispatcher().call(review.undoReview, { id, version: at.version }))).toBe(
    'document.nothing_to_undo',
  );
});

test('a sentence that the rules left out is added by its place, and its undoing takes it away', async () => {
  const { id, version } = await paste();
  const { text } = await read(id);
  const start = text.indexOf('大家要统一思想');
  const added = await asDispatcher().call(review.addDirective, { id, version, start, end: text.length });
  expect((await read(id)).items.at(-1)).toMatchObject({
    id: added.directiveId,
    text: '大家要统一思想，提高认识',
    origin: 'added',
    state: 'accepted',
  });
  await asDispatcher().call(review.undoReview, { id, version: added.version });
  expect((await read(id)).items).toHaveLength(3);
});

test('a span outside of the text, or of nothing but punctuation, is refused', async () => {
  const { id, version } = await paste();
  const { text } = await read(id);
  const call = (start: number, end: number) =>
    refusal(asDispatcher().call(review.addDirective, { id, version, start, end }));
  expect(await call(0, text.length + 1)).toBe('document.span_outside');
  expect(await call(5, 5)).toBe('document.span_outside');
  const comma = text.indexOf('，');
  expect(await call(comma, comma + 1)).toBe('document.span_outside');
});

test('everything under a heading at once', async () => {
  const { id, version } = await paste();
  const doubtful = (await read(id)).items[1]!;
  const {
    accepted,
    left,
    version: next,
  } = await asDispatcher().call(review.acceptUnderHeading, {
    id,
    version,
    heading: 0,
  });
  expect({ accepted, left }).toEqual({
    accepted: 1,
    left: [{ directiveId: doubtful.id, code: 'directive.line_unit_missing', params: {} }],
  });
  expect((await read(id)).items.map((item) => item.state)).toEqual(['accepted', 'proposed', 'proposed']);
  expect(await refusal(asDispatcher().call(review.acceptUnderHeading, { id, version: next, heading: 0 }))).toBe(
    'document.all_in_doubt',
  );
  expect(await refusal(asDispatcher().call(review.acceptUnderHeading, { id, version: next, heading: 99 }))).toBe(
    'document.nothing_under_heading',
  );
});

test('two reviewers at once: the later one is told', async () => {
  const { id, version } = await paste();
  const [first, second] = (await read(id)).items;
  await asDispatcher().call(review.acceptDirective, { id, directiveId: first!.id, version });
  const late = world.as('luwenqiao').call(review.acceptDirective, { id, directiveId: second!.id, version });
  expect(await refusal(late)).toBe('record.stale');
});

test('units that cannot do their part are refused', async () => {
  const { id, version } = await paste();
  const item = (await read(id)).items[0]!;
  const [urban, street] = [
    await unitNamed('区城管局'),
    (await asDispatcher().call(listUnits, {})).units.find((unit) => unit.kind === 'street')!,
  ];
  const edit = (over: Partial<review.DirectiveEdit>) =>
    refusal(asDispatcher().call(review.editDirective, { id, directiveId: item.id, version, ...editOf(item, over) }));
  expect(await edit({ lineUnitId: street.id })).toBe('directive.not_line_unit');
  expect(await edit({ territorialUnitIds: [urban.id] })).toBe('directive.not_territorial');
  expect(await edit({ supportUnitIds: ['01990000-0000-7000-8000-00000000dead'] })).toBe('directive.unit_unknown');
});
