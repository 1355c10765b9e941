import type { Command } from '../command.ts'

export default {
  summary: 'bring the archive that leads back to a minute up to now',
  details: [
    'The worker does it every three minutes where BACKUP_DIR is set and the database is the embedded one. By hand it is for the moment before',
    'something that one may want to undo; it works beside a running installation.',
  ].join('\n'),
  async run() {
    const [{ withInstallation }, { archiveNow, archivesMinutes }] = await Promise.all([
      import('../with-installation.ts'),
      import('@dacsan/modules/minute-archive'),
    ])
    await withInstallation(async (installation) => {
      if (!archivesMinutes(installation.config))
        throw new Error(
          'there is no archive to bring up to now: set BACKUP_DIR; that of a server of your own (DATABASE_URL) is PostgreSQL’s',
        )
      const standing = await archiveNow(installation)
      console.log(
        standing ? `restore --at leads to any moment up to ${standing.until.toISOString()}` : 'the worker is bringing it up to now',
      )
    })
  },
} satisfies Command
