import { expect, test } from 'vitest';
import zh from '../../i18n/zh-CN/mandates.json' with { type: 'json' };
import en from '../../i18n/en/mandates.json' with { type: 'json' };
import { documentEvents, documentEventWord, tellDocumentEvent } from './document-event.ts';

/** The words as they are, with their placeholders filled. */
const speaking = (words: object) =>
  ((key: string, values: Record<string, unknown> = {}) => {
    const found = key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
    if (typeof found !== 'string') throw new Error(`no words for ${key}`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? `{{${name}}}`));
  }) as never;

const data = {
  fileName: '通知.docx',
  directives: 3,
  directiveIds: ['a', 'b'],
  into: ['c', 'd'],
  heading: '重点',
  left: 1,
  text: '清理占道经营',
  reason: '重复',
  before: '原那么',
  after: '原则',
  step: 4,
  carried: 2,
  changes: { documentDate: { from: null, to: '2026-03-01' } },
};

test.each([
  ['zh-CN', zh],
  ['en', en],
])('%s: every event of a document has its sentence, with nothing left open', (_, words) => {
  for (const type of documentEvents) {
    const { sentence, said } = tellDocumentEvent({ type, data }, speaking(words));
    expect(`${sentence}${said ?? ''}`, type).not.toMatch(/\{\{|undefined|NaN/);
    expect(documentEventWord(type, speaking(words)).length).toBeGreaterThan(1);
  }
});

test('what a newer server tells is shown by its code', () => {
  expect(tellDocumentEvent({ type: 'document.sealed', data: {} }, speaking(zh)).sentence).toContain('document.sealed');
});
