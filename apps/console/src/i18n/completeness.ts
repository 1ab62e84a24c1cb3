/**
 * Are the words complete? Both languages must hold the same keys with the same placeholders, every key that the
 * source uses must exist, and no key may lie around unused. Keys built at run time (`t(`state.${state}`)`) count by
 * their fixed beginning: at least one key must start with it, and all that do count as used.
 */
export type Bundle = { readonly [key: string]: string | readonly string[] | Bundle };
/** namespace → its words */
export type Language = Readonly<Record<string, Bundle>>;

/** @returns one sentence per finding, each saying what to do; empty when all is well */
export function findIncompleteWords(
  languages: Readonly<Record<string, Language>>,
  sources: Readonly<Record<string, string>>,
): string[] {
  const flat = Object.fromEntries(Object.entries(languages).map(([name, words]) => [name, flattened(words)]));
  const findings: string[] = [];
  const all = new Set(Object.values(flat).flatMap((words) => [...words.keys()]));
  for (const [name, words] of Object.entries(flat)) {
    for (const key of all) if (!words.has(key)) findings.push(`${name} lacks "${key}": add it to i18n/${name}`);
  }
  const [first, ...others] = Object.entries(flat);
  for (const [name, words] of others) {
    for (const [key, text] of words) {
      const twin = first![1].get(key);
      if (twin !== undefined && holes(twin) !== holes(text)) {
        findings.push(`"${key}" has other {{placeholders}} in ${first![0]} than in ${name}: make them the same`);
      }
    }
  }
  const used = new Set<string>();
  for (const [path, source] of Object.entries(sources)) {
    for (const { key, isPrefix } of usedKeys(source)) {
      const matches = [...all].filter((known) => (isPrefix ? known.startsWith(key) : isSameKey(known, key)));
      if (matches.length === 0) findings.push(`${path} uses "${key}${isPrefix ? '…' : ''}", which no language defines`);
      for (const match of matches) used.add(match);
    }
  }
  for (const key of all) if (!used.has(key)) findings.push(`"${key}" is not used by any page: remove it`);
  return findings;
}

function flattened(words: Language): Map<string, string> {
  const flat = new Map<string, string>();
  const visit = (bundle: Bundle, path: string) => {
    for (const [key, value] of Object.entries(bundle)) {
      const here = path.endsWith(':') ? path + key : `${path}.${key}`;
      if (typeof value === 'string') flat.set(here, value);
      else if (Array.isArray(value)) flat.set(here, value.join('\n'));
      else visit(value as Bundle, here);
    }
  };
  for (const [namespace, bundle] of Object.entries(words)) visit(bundle, `${namespace}:`);
  return flat;
}

function holes(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort().join(',');
}

/** The key itself, an object of keys below it (`returnObjects`), or one of its plural forms. */
function isSameKey(known: string, key: string): boolean {
  return known === key || known.startsWith(`${key}.`) || known === `${key}_one` || known === `${key}_other`;
}

/**
 * The keys that a source file uses: `t('…')` and `t(`…${x}`)`, completed by the file's `useTranslation('…')`, and
 * any literal that carries its namespace (`'cases:ledger.title'`), wherever it stands.
 */
function usedKeys(source: string): { key: string; isPrefix: boolean }[] {
  const namespace =
    /useTranslation\('([\w-]+)'\)/.exec(source)?.[1] ?? /words of ([\w-]+):/.exec(source)?.[1] ?? 'frame';
  const keys: { key: string; isPrefix: boolean }[] = [];
  const complete = (key: string) => (key.includes(':') ? key : `${namespace}:${key}`);
  for (const [, , literal] of source.matchAll(/\bt\(\s*(['"])([\w:.-]+)\1/g))
    keys.push({ key: complete(literal!), isPrefix: false });
  for (const [, start] of source.matchAll(/\bt\(\s*`([\w:.-]*)\$\{/g))
    keys.push({ key: complete(start!), isPrefix: true });
  for (const [, literal] of source.matchAll(/\bt\(\s*`([\w:.-]+)`/g))
    keys.push({ key: complete(literal!), isPrefix: false });
  for (const [, literal] of source.matchAll(/['"]([a-z][\w-]*:[a-z][\w.-]*)['"]/g)) {
    if (!/^(https?|data|node|mailto|vite):/.test(literal!)) keys.push({ key: literal!, isPrefix: false });
  }
  // A condition inside the call: t(isOpen ? 'a' : 'b')
  for (const [, yes, no] of source.matchAll(/\bt\((?:[^;`'()]|'[^']*')*?\?\s*'([\w:.-]+)'\s*:\s*'([\w:.-]+)'/g)) {
    keys.push({ key: complete(yes!), isPrefix: false }, { key: complete(no!), isPrefix: false });
  }
  return keys;
}
