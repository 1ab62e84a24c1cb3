import { isProblemCode, problems } from '@duban/contract/problems';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './steps.ts';

// The domain may not import the registry of problems (the law of imports), so the code of a refusal is a plain text
// there: what a compiler would otherwise say is said here, for every refusal and problem written out in the sources.

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'packages', 'apps'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n');

/** A domain package has its sentences when the server begins to decide with it. */
const served = Object.keys(
  (JSON.parse(readFileSync(join(root, 'apps/server/package.json'), 'utf8')) as { dependencies: object }).dependencies,
).map((name) => name.replace('@duban/', 'packages/'));

const sources = tracked.filter(
  (file) =>
    /\.tsx?$/.test(file) &&
    !/\.(test|example)\.tsx?$/.test(file) &&
    !file.includes('/generated/') &&
    (file.startsWith('apps/') || served.some((folder) => file.startsWith(`${folder}/`))),
);

type Use = { readonly place: string; readonly code: string; readonly params: readonly string[] | null };

/** Every `refuse('noun.reason', …)` and `problem('noun.reason', …)` of a file, in the order of the text. */
function usesIn(file: string): Use[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/\b(?:refuse|problem)\(\s*/g)].flatMap(({ 0: opening, index }) => {
    const inside = upToClosing(text, index + opening.length);
    const place = `${file}:${text.slice(0, index).split('\n').length}`;
    const [code = '', params] = splitTopLevel(inside);
    return [...code.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map((match) => ({
      place,
      code: match[1]!,
      params: params === undefined ? [] : namesOf(params.trim()),
    }));
  });
}

/** The text from a position inside an opened bracket up to the bracket that closes it. */
function upToClosing(text: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; at < text.length && depth > 0; at++) depth += depthOf(text[at]!);
  return text.slice(from, at - 1);
}

const depthOf = (char: string): number => ('([{'.includes(char) ? 1 : ')]}'.includes(char) ? -1 : 0);

/** Cut at the commas that are in no bracket and no quotes. */
function splitTopLevel(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const char of text) {
    if (quote) quote = char === quote ? '' : quote;
    else if ('\'"`'.includes(char)) quote = char;
    else depth += depthOf(char);
    if (char === ',' && depth === 0 && !quote) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

/** The names in an object written out; null when it is not written out here, or takes in another one. */
function namesOf(object: string): string[] | null {
  if (object === '') return [];
  if (!object.startsWith('{')) return null;
  const entries = splitTopLevel(object.slice(1, -1))
    .map((entry) => entry.trim())
    .filter(Boolean);
  if (entries.some((entry) => entry.startsWith('...'))) return null;
  return entries.map((entry) => /^'?(\w+)/.exec(entry)?.[1] ?? entry);
}

const uses = sources.flatMap(usesIn);

describe('refusals', () => {
  test('are found in the sources at all', () => {
    expect(uses.length).toBeGreaterThan(250);
    expect(new Set(uses.map(({ place }) => place.split('/')[0]))).toEqual(new Set(['packages', 'apps']));
  });

  test('have a registered code: give it its sentences in packages/contract/src/problems', () => {
    expect(uses.filter(({ code }) => !isProblemCode(code)).map(({ place, code }) => `${place} ${code}`)).toEqual([]);
  });

  test('carry every parameter that their sentence has a place for', () => {
    const wrong = uses.flatMap(({ place, code, params }) => {
      if (!isProblemCode(code) || params === null) return [];
      const wanted = [...problems[code]['zh-CN'].matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
      const missing = wanted.filter((name) => !params.includes(name));
      return missing.length === 0 ? [] : [`${place} ${code} lacks ${missing.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });

  test('every registered code is used by somebody', () => {
    const texts = sources.filter((file) => !file.startsWith('packages/contract/src/problems/'));
    const all = texts.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    expect(Object.keys(problems).filter((code) => !used(code, all))).toEqual([]);
  });
});

/** Also used: what is put together from its noun and a reason that a type names. */
const used = (code: string, texts: string): boolean => {
  const [noun, reason] = code.split('.') as [string, string];
  return texts.includes(`'${code}'`) || (texts.includes(`\`${noun}.$`) && texts.includes(`'${reason}'`));
};
