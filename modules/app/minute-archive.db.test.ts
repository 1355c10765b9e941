import { join } from 'node:path'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { visitor } from '../identity/index.ts'
import { readConfig } from '@dacsan/platform/config'
import { noteArchive } from './archive-standing.store.ts'
import { archiveFigures, archiveNow, archiveWork, showArchive } from './minute-archive.ts'

// That it leads back is shown by the real commands: apps/cli/minute-drill.db.test.ts.

const { db, dataDir, connect, as } = await testDatabase<Tables>()
const log = createLog('silent')
const away = join(dataDir, 'a disk that is not mounted')
const config = { ...readConfig({ BACKUP_DIR: away }), dataDir }
const at = (time: string) => new Date(`2026-11-28T${time}+07:00`)
const shown = (time: string) => showArchive(as(someoneWith('administrator'), at(time)), config)

test('without BACKUP_DIR, and with a server of one’s own, there is no archive of ours', async () => {
  for (const env of [{}, { BACKUP_DIR: away, DATABASE_URL: 'postgres://nobody@nowhere/none' }]) {
    const other = { ...readConfig(env), dataDir }
    expect(await archiveNow({ db, connect, log, config: other })).toBeNull()
    expect(await archiveFigures(db, other, new Date())).toBeNull()
    expect(await showArchive(as(someoneWith('administrator')), other)).toBeNull()
    expect(archiveWork({ db, connect, log, config: other })).toEqual({})
  }
})

test('an archive that cannot be written is behind, says why, and goes on saying up to when it leads', async () => {
  expect(await shown('22:00:00')).toEqual({ until: null, isBehind: true, why: null })
  await noteArchive(db, { at: at('22:03:00'), until: at('22:02:59'), base_at: at('01:40:00'), bytes: 5_000, encrypted: true, fault: null })
  expect(await shown('22:05:00')).toEqual({ until: at('22:02:59'), isBehind: false, why: null })
  await expect(archiveNow({ db, connect, log, config }, at('22:06:00'))).rejects.toThrow(`the folder ${away} is not there`)
  expect(await shown('22:14:00')).toEqual({ until: at('22:02:59'), isBehind: true, why: `the folder ${away} is not there` })
  expect(await archiveFigures(db, config, at('22:14:00'))).toMatchObject({ age: 661, baseAge: 74_040, bytes: 5_000 })
})

test('only administrators read how the archive stands', async () => {
  for (const actor of [someoneWith('provincial-officer', 'leader'), visitor])
    await expect(showArchive(as(actor), config)).rejects.toMatchObject({ name: 'Forbidden' })
})
