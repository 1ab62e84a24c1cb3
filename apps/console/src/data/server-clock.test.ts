import { afterEach, expect, it } from 'vitest';
import { serverNow, tellServerDate } from './server-clock.ts';

afterEach(() => tellServerDate(new Date().toUTCString()));

it('follows the server when the clock here is two days wrong', () => {
  const here = Date.now();
  tellServerDate(new Date(here - 2 * 86_400_000).toUTCString(), here);
  expect(Math.abs(serverNow() - (Date.now() - 2 * 86_400_000))).toBeLessThan(2000);
});

it('keeps its own clock when the two agree, or when nothing was told', () => {
  const here = Date.now();
  tellServerDate(new Date(here - 30_000).toUTCString(), here);
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(50);
  tellServerDate(null);
  tellServerDate('nonsense');
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(50);
});
