import { expect, test } from 'vitest';
import { readConfig, SettingError } from './config.ts';

const address = 'http://127.0.0.1:11434/v1';

test('without settings no document goes anywhere', () => {
  expect(readConfig({}).languageModel).toBeNull();
});

test('an address and a name switch the language model on', () => {
  expect(readConfig({ DUBAN_MODEL_ADDRESS: address, DUBAN_MODEL_NAME: 'tiny' }).languageModel).toEqual({
    address,
    name: 'tiny',
    key: null,
    timeoutSeconds: 60,
  });
});

test('an empty setting counts as not set', () => {
  const names = ['DUBAN_PORT', 'DUBAN_HOST', 'DUBAN_DATA', 'DUBAN_ORIGIN', 'DUBAN_FILES', 'DUBAN_LOG', 'DATABASE_URL'];
  const model = ['DUBAN_MODEL_ADDRESS', 'DUBAN_MODEL_NAME', 'DUBAN_MODEL_KEY', 'DUBAN_MODEL_TIMEOUT'];
  const empty = Object.fromEntries([...names, ...model].map((name) => [name, '']));
  expect(readConfig(empty)).toEqual(readConfig({}));
  expect(readConfig(empty).port).toBe(4100);
});

test.each(['s3://bucket/files', 'S3://bucket', 'https://store.example/files', 'file:///srv/files'])(
  'files at %s are not supported, and are not put into a folder of that name',
  (address) => {
    const start = () => readConfig({ DUBAN_FILES: address });
    expect(start).toThrow(SettingError);
    expect(start).toThrow(/^DUBAN_FILES: .*S3.*not supported.*不支持/);
  },
);

test('files in a folder, with or without its whole path', () => {
  expect(readConfig({ DUBAN_FILES: '/srv/duban/files' }).filesFolder).toBe('/srv/duban/files');
  expect(readConfig({ DUBAN_FILES: './files' }).filesFolder).toBe(`${process.cwd()}/files`);
});

test.each([
  ['DUBAN_MODEL_NAME', { DUBAN_MODEL_ADDRESS: address }],
  ['DUBAN_MODEL_ADDRESS', { DUBAN_MODEL_NAME: 'tiny' }],
  ['DUBAN_MODEL_ADDRESS', { DUBAN_MODEL_KEY: 'secret' }],
  ['DUBAN_MODEL_ADDRESS', { DUBAN_MODEL_ADDRESS: 'file:///etc/passwd', DUBAN_MODEL_NAME: 'tiny' }],
  ['DUBAN_MODEL_ADDRESS', { DUBAN_MODEL_ADDRESS: 'https://me:secret@model.example/v1', DUBAN_MODEL_NAME: 'tiny' }],
  ['DUBAN_MODEL_ADDRESS', { DUBAN_MODEL_ADDRESS: 'https://model.example/v1?key=secret', DUBAN_MODEL_NAME: 'tiny' }],
  ['DUBAN_MODEL_TIMEOUT', { DUBAN_MODEL_ADDRESS: address, DUBAN_MODEL_NAME: 'tiny', DUBAN_MODEL_TIMEOUT: '0' }],
])('a setting that cannot be used stops the start and names %s, never the key', (name, environment) => {
  const start = () => readConfig(environment);
  expect(start).toThrow(SettingError);
  expect(start).toThrow(new RegExp(`^${name}`));
  expect(start).not.toThrow(/secret/);
});
