import { resolve } from 'node:path'
import type { Command } from '../command.ts'

export default {
  summary: 'write everything to one file: database, files, keys',
  arguments: ['FILE'],
  details: 'People may go on working meanwhile. The file holds the keys: keep it as safe as the installation itself.',
  async run({ arguments: [file = ''] }) {
    const [{ writeBackup }, { withInstallation }] = await Promise.all([
      import('@dacsan/platform/backup'),
      import('../with-installation.ts'),
    ])
    await withInstallation(
      async ({ pool, config }) => {
        const { tables, members } = await writeBackup({ pool, dataDir: config.dataDir }, resolve(file))
        const rows = tables.reduce((total, table) => total + table.rows, 0)
        const files = members.filter(({ name }) => name.startsWith('files/')).length
        console.log(`${file}: ${rows} rows of ${tables.length} tables, ${files} files`)
      },
      { asOwner: true },
    )
  },
} satisfies Command
