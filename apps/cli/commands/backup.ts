import { resolve } from 'node:path'
import type { Command } from '../command.ts'

export default {
  summary: 'write everything to one file: database, files, keys',
  arguments: ['FILE'],
  details: [
    'People may go on working meanwhile. With BACKUP_KEY=age1… (several separated by blanks) only the identities of these keys open it.',
    'Without, it holds the keys in the clear: keep it as safe as the installation itself.',
  ].join('\n'),
  async run({ arguments: [file = ''] }) {
    const [{ damagedFiles, writeBackup }, { withInstallation }] = await Promise.all([
      import('@dacsan/platform/backup'),
      import('../with-installation.ts'),
    ])
    await withInstallation(
      async ({ pool, config }) => {
        const recipients = config.backupKeys
        const contents = await writeBackup({ pool, dataDir: config.dataDir, filePlace: config.filePlace }, resolve(file), { recipients })
        const { tables, members } = contents
        const rows = tables.reduce((total, table) => total + table.rows, 0)
        const files = members.filter(({ name }) => name.startsWith('files/')).length
        console.log(`${file}: ${rows} rows of ${tables.length} tables, ${files} files${recipients.length > 0 ? ', encrypted' : ''}`)
        for (const hash of damagedFiles(contents)) console.error(`the stored file ${hash} is damaged, and went into the backup as it is`)
      },
      { asOwner: true },
    )
  },
} satisfies Command
