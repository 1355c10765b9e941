import { resolve } from 'node:path'
import type { Command } from '../command.ts'

export default {
  summary: 'put everything back from a backup',
  arguments: ['FILE'],
  options: { force: { type: 'boolean' }, identity: { type: 'string' } },
  details: [
    'Refuses a damaged backup, and a database that has data unless --force says that they may go. Nothing else may be running.',
    '--identity FILE: the age identity (AGE-SECRET-KEY-1…) that opens an encrypted backup, as age-keygen writes it.',
  ].join('\n'),
  async run({ arguments: [file = ''], options }) {
    const [{ restoreBackup }, { readMigrations }, { readConfig }, { openInstallation }, { createLog }, { readIdentities }] =
      await Promise.all([
        import('@dacsan/platform/restore'),
        import('@dacsan/platform/migrations'),
        import('@dacsan/platform/config'),
        import('@dacsan/platform/installation'),
        import('@dacsan/platform/log'),
        import('@dacsan/platform/encryption'),
      ])
    const identities = typeof options['identity'] === 'string' ? await readIdentities(options['identity']) : []
    const config = readConfig(process.env)
    const { pool, role, close } = await openInstallation(config, createLog(config.logLevel), { asItIs: true })
    try {
      const target = { pool, dataDir: config.dataDir, migrations: await readMigrations(), role }
      const { madeAt, tables } = await restoreBackup(target, resolve(file), { overwrite: options['force'] === true, identities })
      const rows = tables.reduce((total, table) => total + table.rows, 0)
      console.log(`restored the state of ${madeAt}: ${rows} rows of ${tables.length} tables`)
    } finally {
      await close()
    }
  },
} satisfies Command
