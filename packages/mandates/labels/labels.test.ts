import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';

// The labels are worth nothing when a quote is not in its document: a slip of the pen would be counted as an error of the
// extractor. This says nothing about whether a label is right.

type Label = {
  doc: string;
  scope: { from: string; to: string }[] | null;
  outline: { title: string }[];
  tasks: { text: string; lead_units: string[]; support_units: string[]; deadline: string | null }[];
  quantities: { text: string }[];
  indicators: { text: string }[];
  issues: { text: string }[];
  masked: string[];
  blanked: string[];
  unreadable: string[];
};

const folders = ['.', 'later', 'blind'].map((folder) => join(import.meta.dirname, folder));
const labels = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, folder, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Label] as const),
);

/** Tags dropped, entities decoded, white space dropped: the rule by which a quote is compared with its document. */
function squeezed(text: string): string {
  const withoutTags = parseFragment(text.replace(/<[^>]*>/g, ''));
  return withoutTags.childNodes
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
    .replace(/\s/g, '');
}

function documentOf(label: Label, folder: string): string {
  const bytes = readFileSync(join(folder, label.doc));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

function quotesOf(label: Label): string[] {
  return [
    ...(label.scope ?? []).flatMap(({ from, to }) => [from, to]),
    ...label.outline.map(({ title }) => title),
    ...label.tasks.flatMap((task) => [
      task.text,
      ...task.lead_units,
      ...task.support_units,
      ...(task.deadline === null ? [] : [task.deadline]),
    ]),
    ...[...label.quantities, ...label.indicators, ...label.issues].map(({ text }) => text),
    ...label.masked,
    ...label.blanked,
    ...label.unreadable,
  ];
}

describe('labels of our own', () => {
  test.each(folders)('every document of %s is labelled once', (folder) => {
    const documents = readdirSync(join(folder, 'documents')).map((name) => `documents/${name}`);
    const labelled = labels.filter(([, of]) => of === folder).map(([, , { doc }]) => doc);
    expect(labelled.toSorted()).toEqual(documents.toSorted());
    expect(documents.length).toBeGreaterThanOrEqual(3);
  });

  test.each(labels)('%s quotes only what its document says', (_name, folder, label) => {
    const text = squeezed(documentOf(label, folder));
    const quotes = quotesOf(label);
    expect(quotes.length).toBeGreaterThan(20);
    expect(quotes.filter((quote) => quote === '' || !text.includes(squeezed(quote)))).toEqual([]);
  });
});
