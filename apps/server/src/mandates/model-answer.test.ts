import { expect, test } from 'vitest';
import { quotesIn } from './model-answer.ts';

const good = '{"directives":[{"quote":"区城管局要清理占道经营"}]}';

test.each([
  ['as asked', good],
  ['in a code fence', `好的，结果如下：\n\`\`\`json\n${good}\n\`\`\`\n希望有帮助 :}`],
  ['after thinking aloud', `<think>{"directives":[{"quote":"草稿"}]} 不对</think>${good}`],
  ['as bare strings', '{"directives":["区城管局要清理占道经营"]}'],
  [
    'with more than was asked for',
    '{ "directives" : [{"quote":"区城管局要清理占道经营","unit":"公安局","run":"rm -rf /"}],"tools":[1]}',
  ],
])('quotes %s', (_name, said) => {
  expect(quotesIn(said)).toEqual(['区城管局要清理占道经营']);
});

test.each([
  ['nothing', ''],
  ['a sentence', '我不能帮助你。'],
  ['another form', '{"tasks":[]}'],
  ['wrong kinds', '{"directives":"区城管局"}'],
  ['an entry without a quote', '{"directives":[{"text":"区城管局"}]}'],
  ['a cut end', good.slice(0, -4)],
  ['more than can be', JSON.stringify({ directives: Array(501).fill('甲') })],
  ['braces without end', '{"directives"'.repeat(5000) + '}'.repeat(5000)],
])('no quotes in %s', (_name, said) => {
  expect(quotesIn(said)).toBeNull();
});

test('none found is an answer', () => {
  expect(quotesIn('{"directives":[]}')).toEqual([]);
});
