import { defineModule } from './module.ts';

const keptDays = 30;

/** What the kernel itself does by the clock: keys of commands are kept for as long as an offline client may repeat them. */
export const upkeepModule = defineModule({
  name: 'upkeep',
  jobs: {
    'upkeep.forget_keys': async ({ tx, now }) => {
      const oldest = now().subtract({ hours: keptDays * 24 });
      await tx.deleteFrom('idempotency_keys').where('created_at', '<', oldest.toString()).execute();
    },
  },
  crons: [{ match: '17 3 * * *', job: 'upkeep.forget_keys' }],
});
