import { allCaseVerbs } from '@duban/cases/verbs';
import { describe, expect, it } from 'vitest';
import { correctionOf, type Starting, startingValues, verbForms } from './verb-forms.ts';

const found: Starting = {
  classCode: '0101',
  conditionCode: '01',
  lineUnit: { id: 'line' },
  territorialUnit: { id: 'block' },
  handlingUnit: null,
  title: 'Lamp out',
  description: '',
  priority: 'ordinary',
  tags: ['night'],
  place: {
    text: 'East gate',
    geometry: {
      type: 'point',
      crs: 'CGCS2000',
      point: { longitude: 104.1, latitude: 38.5 },
      givenAs: 'GCJ02',
      accuracyMetres: 5,
    },
  },
};

describe('the forms of the verbs', () => {
  it.each(allCaseVerbs.filter((verb) => verb !== 'attach'))(
    '%s sends exactly the fields that its endpoint takes',
    (verb) => {
      const { endpoint, fields } = verbForms[verb as keyof typeof verbForms];
      expect(endpoint.path).toContain(verb.replaceAll('_', '-'));
      const shape = Object.keys(endpoint.body!.shape).filter((name) => name !== 'version' && name !== 'handOver');
      const names = fields.flatMap((field) =>
        field.kind === 'condition'
          ? ['classCode', 'conditionCode']
          : field.kind === 'correction'
            ? ['title', 'description', 'classCode', 'conditionCode', 'place', 'priority', 'tags']
            : [field.name],
      );
      expect(names.sort()).toEqual(shape.sort());
    },
  );

  it('start with what the case already says', () => {
    expect(startingValues('file', found)).toEqual({ classCode: '0101', conditionCode: '01' });
    expect(startingValues('dispatch', found)).toEqual({
      lineUnitId: 'line',
      territorialUnitId: 'block',
      handlingUnitId: undefined,
    });
    expect(startingValues('urge', found)).toEqual({});
  });
});

describe('a correction', () => {
  const untouched = startingValues('correct', found);

  it('sends nothing that was not changed', () => {
    expect(correctionOf(untouched, found)).toEqual({});
  });

  it('moves the point without changing the words', () => {
    const moved = { type: 'point', crs: 'CGCS2000', longitude: 104.2, latitude: 38.5, accuracyMetres: null };
    expect(correctionOf({ ...untouched, geometry: moved, tags: [] }, found)).toEqual({
      tags: [],
      place: { text: 'East gate', geometry: moved },
    });
  });

  it('sends what was changed, and keeps the point when the words of the place change', () => {
    expect(correctionOf({ ...untouched, title: 'Two lamps out', placeText: 'West gate' }, found)).toEqual({
      title: 'Two lamps out',
      place: {
        text: 'West gate',
        geometry: { type: 'point', crs: 'CGCS2000', accuracyMetres: 5, longitude: 104.1, latitude: 38.5 },
      },
    });
  });
});
