import type { Module } from './kernel/module.ts';

/** The server, slice by slice. */
export const modules: readonly Module[] = [];
