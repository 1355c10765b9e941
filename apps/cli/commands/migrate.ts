import type { Command } from '../command.ts'

export default {
  summary: 'bring the database to the present form',
  details: 'Every start does this by itself; several processes may do it at once.',
  async run() {
    const { withInstallation } = await import('../with-installation.ts')
    await withInstallation(async ({ db }) => {
      const { count } = await db
        .selectFrom('schema_migration')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      console.log(`the database has all ${count} migrations`)
    })
  },
} satisfies Command
