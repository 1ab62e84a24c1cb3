import { endpoints } from '@duban/contract/endpoints';
import { locales } from '@duban/contract/problem-texts';
import { type ProblemCode, problems, problemTitle } from '@duban/contract/problems';
import { roles } from '@duban/kit/actor';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobsOf } from '../apps/server/src/kernel/jobs.ts';
import { modules } from '../apps/server/src/modules.ts';
import { root } from './steps.ts';

// The rules of the house that no compiler knows. Each fails with what to do instead.

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const sources = tracked.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/generated/'));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('problems', () => {
  const codes = Object.keys(problems) as ProblemCode[];

  test('every code is noun.reason', () => {
    expect(codes.filter((code) => !/^[a-z][a-z_]*\.[a-z][a-z_]*$/.test(code))).toEqual([]);
  });

  test.each(codes)('%s has a sentence in every language, with the same placeholders', (code) => {
    const holes = locales.map((locale) => [...new Set(problems[code][locale].match(/\{\w+\}/g))].sort());
    expect(new Set(holes.map(String)).size, 'both languages must use the same placeholders').toBe(1);
    for (const locale of locales) expect(problemTitle(code, {}, locale).length).toBeGreaterThan(3);
  });

  test('no code is registered twice: spreading would silently keep the last one', () => {
    const all = tracked
      .filter((file) => /^packages\/contract\/src\/problems\/[\w-]+\.ts$/.test(file))
      .flatMap((file) => [...read(file).matchAll(/^ {2}'([a-z_]+\.[a-z_]+)':/gm)].map((match) => match[1]!));
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
    expect([...all].sort()).toEqual([...codes].sort());
  });
});

describe('endpoints', () => {
  const served = modules.flatMap((module) => module.routes.map((route) => route.endpoint));

  test('the server serves exactly the endpoints of the contract', () => {
    const names = (of: readonly { name: string }[]) => of.map((endpoint) => endpoint.name).sort();
    expect(names(served)).toEqual(names(endpoints));
  });

  test('names and addresses are unique', () => {
    const names = endpoints.map((endpoint) => endpoint.name);
    const addresses = endpoints.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  test('every endpoint states who may call it, in roles that exist', () => {
    for (const { name, allow } of endpoints) {
      if (typeof allow === 'string') continue;
      expect(allow.length, `${name} allows nobody`).toBeGreaterThan(0);
      for (const role of allow) expect(roles, `${name} allows an unknown role`).toContain(role);
    }
  });

  test('every expected problem is registered', () => {
    for (const { problems: expected = [] } of endpoints) {
      for (const code of expected) expect(Object.hasOwn(problems, code), code).toBe(true);
    }
  });
});

describe('modules', () => {
  test('every reaction and cron names a job that exists, and a job has one owner', () => {
    expect(() => jobsOf(modules)).not.toThrow();
  });
});

describe('files', () => {
  test('none is over 300 lines: split it where a newcomer would look for the parts', () => {
    const long = sources.filter((file) => read(file).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  test('no test is skipped, focused or retried', () => {
    const marks = /\b(it|test|describe)\.(skip|only|todo)\b|\bretry: *[1-9]/;
    const tests = sources.filter((file) => /\.(test|e2e)\.tsx?$/.test(file) && file !== 'tools/house.test.ts');
    expect(tests.filter((file) => marks.test(read(file)))).toEqual([]);
  });

  test('no folder is called after nothing: utils, common, core, shared, helpers, services, managers', () => {
    const empty = /(^|\/)(utils?|common|core|shared|helpers?|services?|managers?)(\/|\.tsx?$)/;
    expect(tracked.filter((file) => empty.test(file))).toEqual([]);
  });

  test('the environment is read in kernel/config.ts alone', () => {
    // The build hands its own environment on to Vite.
    const handsOn = 'apps/server/src/cli/console-build.ts';
    const allowed = [
      'apps/server/src/kernel/config.ts',
      handsOn,
      'apps/console/vite.config.ts',
      'tools/',
      'e2e/',
      'bench/',
    ];
    const product = sources.filter((file) => !/\.test\.tsx?$/.test(file));
    const readers = product.filter(
      (file) => /\bprocess\.env\b/.test(read(file)) && !allowed.some((start) => file.startsWith(start)),
    );
    expect(readers).toEqual([]);
  });

  test('a transaction is opened in kernel/transaction.ts alone', () => {
    const openers = sources.filter(
      (file) =>
        file.startsWith('apps/server/src/') &&
        !file.startsWith('apps/server/src/testing/') &&
        file !== 'apps/server/src/kernel/transaction.ts' &&
        /\.(transaction|startTransaction)\(\)/.test(read(file)),
    );
    expect(openers).toEqual([]);
  });
});
