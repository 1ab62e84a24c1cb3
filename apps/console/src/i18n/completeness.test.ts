import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findIncompleteWords, type Language } from './completeness.ts';

const here = import.meta.dirname;

function language(name: string): Language {
  const files = globSync(`${name}/*.json`, { cwd: here });
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(here, file), 'utf8'))]),
  );
}

function sources(): Record<string, string> {
  const root = join(here, '..');
  const files = globSync('**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test\.tsx?$|completeness\.ts$/.test(file),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

describe('the words of the console', () => {
  it('are complete in both languages, and all are used', () => {
    expect(findIncompleteWords({ 'zh-CN': language('zh-CN'), en: language('en') }, sources())).toEqual([]);
  });
});

describe('the check itself', () => {
  const zh = { cases: { title: '台账', state: { open: '在办' } } };
  const page = { 'page.tsx': "const { t } = useTranslation('cases'); t('title'); t(`state.${state}`)" };

  it('finds nothing when nothing is wrong', () => {
    expect(
      findIncompleteWords({ 'zh-CN': zh, en: { cases: { title: 'Ledger', state: { open: 'Open' } } } }, page),
    ).toEqual([]);
  });

  it('finds a missing translation, an unknown key, an unused key and a lost placeholder', () => {
    const findings = findIncompleteWords(
      {
        'zh-CN': { cases: { title: '第{{n}}本', old: '旧' } },
        en: { cases: { title: 'Book', state: { open: 'Open' } } },
      },
      { 'page.tsx': "useTranslation('cases'); t('title'); t('missing'); t(`state.${x}`)" },
    );
    expect(findings).toEqual([
      'zh-CN lacks "cases:state.open": add it to i18n/zh-CN',
      'en lacks "cases:old": add it to i18n/en',
      '"cases:title" has other {{placeholders}} in zh-CN than in en: make them the same',
      'page.tsx uses "cases:missing", which no language defines',
      '"cases:old" is not used by any page: remove it',
    ]);
  });
});
