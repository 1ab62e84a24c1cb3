import type { Verb } from './command.ts';

/** Every verb of `duban`, in the order in which the help lists them. */
export const verbs: readonly Verb[] = [
  {
    name: 'start',
    usage: 'start [--no-demo] [--no-build]',
    summary: 'start the server / 启动服务',
    load: async () => (await import('./start.ts')).startCommand,
  },
  {
    name: 'admin',
    usage: 'admin create --account NAME --name NAME [--role system|security|audit]',
    summary: 'make the first administrator / 创建首位管理员',
    load: async () => (await import('../organisation/admin.cli.ts')).adminCommand,
  },
  {
    name: 'calendar',
    usage: 'calendar add DATE AMOUNT CLOCK [--json]',
    summary: 'count a deadline / 推算期限',
    load: async () => (await import('../calendar/calendar.cli.ts')).calendarCommand,
  },
  {
    name: 'ingest',
    usage: 'ingest FILE [--json] | ingest --folder DIR --out DIR',
    summary: 'read a document / 读取文件',
    load: async () => {
      const { ingestCommand } = await import('../mandates/ingest.cli.ts');
      // It prints while it works through a folder, so only its exit code is left to hand on.
      return async (args) => ({ output: '', exitCode: await ingestCommand(args) });
    },
  },
  {
    name: 'evaluate',
    usage: 'evaluate --gold DIR [--documents DIR] [--json] [--errors]',
    summary: 'compare what documents yield with hand-made labels / 用人工标注检验提取结果',
    load: async () => {
      const { evaluateCommand } = await import('../mandates/evaluate.cli.ts');
      // It tells of labels that it cannot read as it meets them, so only its exit code is left to hand on.
      return async (args) => ({ output: '', exitCode: await evaluateCommand(args) });
    },
  },
  {
    name: 'schedule',
    usage: 'schedule FILE [--json] [--seconds S] [--seed N] [--project-xml OUT]',
    summary: 'compute a plan / 推算计划',
    load: async () => (await import('../plans/schedule.cli.ts')).scheduleCommand,
  },
  {
    name: 'verify',
    usage: 'verify',
    summary: 'prove that nothing was altered / 校验历史与附件',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
];
