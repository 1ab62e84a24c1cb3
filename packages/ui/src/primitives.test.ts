import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DataTable } from './data-table.tsx';
import { FourState } from './four-state.tsx';
import { StatusLight } from './status-light.tsx';
import { TerritoryMap } from './territory-map.tsx';
import { type UiTexts, UiTextsProvider } from './texts.tsx';
import { WhyNotButton } from './why-not-button.tsx';

const texts: UiTexts = {
  loading: 'loading',
  retry: 'retry',
  errorTitle: 'failed',
  requestId: (id) => `number ${id}`,
  forbiddenTitle: 'forbidden',
  whyNot: 'why not',
  previousPage: 'back',
  nextPage: 'on',
  firstPage: 'first',
  zoomIn: 'in',
  zoomOut: 'out',
  zoomReset: 'all',
  mapHelp: 'arrows move',
  legend: 'legend',
  close: 'close',
  shortcuts: 'keys',
};

const shown = (element: ReactElement) =>
  renderToStaticMarkup(createElement(UiTextsProvider, { value: texts }, element));

describe('the four states', () => {
  const wordsOf = () => ({ sentence: 'the disk is full', requestId: 'r-1', kind: 'failed' as const });
  const page = (query: object, more: object = {}) =>
    shown(
      createElement(FourState<string[]>, {
        query: { data: undefined, error: null, isPending: false, ...query },
        wordsOf,
        isEmpty: (data) => data.length === 0,
        empty: 'teach the next step',
        children: (data) => data.join(','),
        ...more,
      }),
    );

  it('says that it is loading', () => expect(page({ isPending: true })).toContain('role="status"'));
  it('shows the sentence, the number and a way to try again', () => {
    const html = page(
      { error: new Error('x') },
      { query: { data: undefined, error: 1, isPending: false, refetch() {} } },
    );
    expect(html).toContain('the disk is full');
    expect(html).toContain('number r-1');
    expect(html).toContain('retry');
  });
  it('offers no second try where the person may not look', () => {
    const html = page({ error: 1, refetch() {} }, { wordsOf: () => ({ sentence: 'not yours', kind: 'forbidden' }) });
    expect(html).toContain('forbidden');
    expect(html).not.toContain('retry');
  });
  it('teaches when empty and shows when full', () => {
    expect(page({ data: [] })).toBe('teach the next step');
    expect(page({ data: ['a', 'b'] })).toBe('a,b');
  });
  it('keeps what was shown when a second fetch fails', () => {
    const html = page({ data: ['a'], error: 1 });
    expect(html).toContain('the disk is full');
    expect(html.endsWith('a')).toBe(true);
  });
});

describe('a button that refuses', () => {
  it('stays focusable and carries its reason', () => {
    const html = shown(createElement(WhyNotButton, { whyNot: 'somebody else must check', children: 'Close' }));
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toMatch(/\sdisabled(=|>|\s)/);
    const id = /aria-describedby="([^"]+)"/.exec(html)![1];
    expect(html).toContain(`<span id="${id}" class="ui-hidden">somebody else must check</span>`);
  });
  it('is an ordinary button when nothing stands against it', () => {
    expect(shown(createElement(WhyNotButton, { whyNot: null, children: 'Close' }))).not.toContain('aria-disabled');
  });
});

describe('lights', () => {
  it('have a word and a shape of their own', () => {
    const shapes = (['red', 'amber', 'green', 'blue', 'grey'] as const).map(
      (tone) => /<(path d="[^"]+"|circle[^>]+)/.exec(shown(createElement(StatusLight, { tone, children: 'word' })))![1],
    );
    expect(new Set(shapes).size).toBe(5);
  });
});

describe('a table of rows', () => {
  it('names its rows and columns', () => {
    const html = shown(
      createElement(DataTable<{ id: string; name: string }>, {
        caption: 'cases',
        columns: [
          { key: 'name', title: 'Name', cell: (row) => row.name, isHead: true },
          { key: 'id', title: 'Number', cell: (row) => row.id, align: 'end' },
        ],
        rows: [{ id: '7', name: 'Lamp out' }],
        rowKey: (row) => row.id,
      }),
    );
    expect(html).toContain('<caption class="ui-hidden">cases</caption>');
    expect(html).toMatch(/<th scope="row"[^>]*>Lamp out<\/th>/);
    expect(html).toContain('data-row="7"');
  });
});

describe('the schematic map', () => {
  it('names its areas and gives each tone a hatching', () => {
    const ring = [
      [116, 39],
      [117, 39],
      [117, 40],
      [116, 40],
    ] as const;
    const html = shown(
      createElement(TerritoryMap, {
        label: 'territory',
        areas: [{ id: 'a', name: 'Luqiao', rings: [ring], value: '93 %', tone: 'red' }],
        onSelectArea: () => {},
        points: [{ id: 'p', at: [116.5, 39.5], label: 'a case' }],
        legend: [{ tone: 'red', label: 'below 80 %' }],
      }),
    );
    expect(html).toContain('aria-label="Luqiao 93 %"');
    const hatching = /fill="url\(#([^)]+-red)\)"/.exec(html)![1];
    expect(html).toContain(`<pattern id="${hatching}"`);
    expect(html).toContain('<title>a case</title>');
    expect(html).toContain('below 80 %');
  });
});
