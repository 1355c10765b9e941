import { basename, dirname, resolve } from 'node:path'
import type { DB as Tables } from '../../../modules/database.tables.ts'
import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'put everything back from a backup, or as it was at a minute',
  optional: ['FILE'],
  options: { force: { type: 'boolean' }, identity: { type: 'string' }, at: { type: 'string' }, line: { type: 'string' } },
  details: [
    'FILE: refuses a damaged backup, and a database that has data unless --force says that they may go. Nothing else may be running.',
    'Afterwards everybody signs in anew, and the trail says what was restored.',
    'Whose data were erased since is erased again: by erasures.jsonl in the data directory, and beside the backups.',
    '--at "2026-11-28 22:14" (by the clock of Vietnam; with seconds where wished; latest): from the archive in BACKUP_DIR into an empty DATA_DIR,',
    'for the embedded database. What was committed until then is there, nothing of what came later. Archive and old folder stay as they are.',
    '--line NAME: which archive, where two installations wrote into one BACKUP_DIR at that time.',
    '--identity FILE: the age identity (AGE-SECRET-KEY-1…) that opens what is encrypted, as age-keygen writes it.',
  ].join('\n'),
  async run({ arguments: [file], options }) {
    const { readIdentities } = await import('@dacsan/platform/encryption')
    const identities = typeof options['identity'] === 'string' ? await readIdentities(options['identity']) : []
    const at = options['at']
    if (typeof at === 'string' && file !== undefined) throw new UsageError('FILE and --at exclude each other')
    if (typeof at === 'string')
      return fromArchive(at, { identities, wanted: typeof options['line'] === 'string' ? options['line'] : undefined })
    if (file === undefined) throw new UsageError('FILE or --at is missing')
    return fromFile(file, identities, options['force'] === true)
  },
} satisfies Command

async function fromFile(file: string, identities: readonly string[], overwrite: boolean): Promise<void> {
  const [
    { reapplyErasures },
    { contextFor },
    { noteRestore, system },
    { restoreBackup },
    { readMigrations },
    { readConfig },
    { openInstallation },
    { createLog },
  ] = await Promise.all([
    import('@dacsan/modules/personal-data'),
    import('@dacsan/modules/runtime'),
    import('../../../modules/identity/index.ts'),
    import('@dacsan/platform/restore'),
    import('@dacsan/platform/migrations'),
    import('@dacsan/platform/config'),
    import('@dacsan/platform/installation'),
    import('@dacsan/platform/log'),
  ])
  const config = readConfig(process.env)
  const installation = await openInstallation<Tables>(config, createLog(config.logLevel), { asItIs: true })
  const { db, pool, role, close } = installation
  try {
    const target = { pool, dataDir: config.dataDir, filePlace: config.filePlace, migrations: await readMigrations(), role }
    const { madeAt, tables } = await restoreBackup(target, resolve(file), { overwrite, identities })
    await noteRestore(contextFor(installation, system('restore')), { moment: madeAt, archive: basename(file) })
    const rows = tables.reduce((total, table) => total + table.rows, 0)
    const erased = await reapplyErasures(db, [config.dataDir, dirname(resolve(file))], config.dataDir)
    console.log(
      `restored the state of ${madeAt}: ${rows} rows of ${tables.length} tables${erased > 0 ? `, ${erased} erasures of personal data done again` : ''}`,
    )
  } finally {
    await close()
  }
}

async function fromArchive(
  moment: string,
  { identities, wanted }: { identities: readonly string[]; wanted: string | undefined },
): Promise<void> {
  const [{ readMoment, restoreToMinute }, { finishRecovery }, { readConfig }, { refuseUnusable }, { createLog }, { reopenRestored }] =
    await Promise.all([
      import('@dacsan/platform/restore-to-minute'),
      import('@dacsan/platform/postgres-server'),
      import('@dacsan/platform/config'),
      import('@dacsan/platform/settings'),
      import('@dacsan/platform/log'),
      import('../reopen-restored.ts'),
    ])
  const at = readMoment(moment)
  const config = readConfig(process.env)
  if (config.databaseUrl !== undefined)
    throw new Error(
      '--at is for the embedded database: to a minute, a server of your own (DATABASE_URL) is restored by PostgreSQL (runbook)',
    )
  if (config.backupDir === undefined) throw new Error('BACKUP_DIR is not set: it names the folder that the archive lies in')
  await refuseUnusable(config, { listens: false })
  const log = createLog(config.logLevel)
  const { line, missingFiles } = await restoreToMinute({
    folder: config.backupDir,
    dataDir: config.dataDir,
    at,
    line: wanted,
    identities,
    log,
  })
  await reopenRestored(config, log, { moment, archive: line })
  await finishRecovery(config.dataDir)
  console.log(`restored the state of ${moment} from the archive ${line}`)
  for (const hash of missingFiles) console.error(`the stored file ${hash} is not in the archive as it was received`)
}
