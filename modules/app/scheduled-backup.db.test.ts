import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isEncrypted } from '@dacsan/platform/encryption'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { visitor } from '../identity/index.ts'
import { backUpWhereDue, lastDue, showBackups } from './scheduled-backup.ts'

const { db, dataDir, connect, as } = await testDatabase<Tables>()
const folder = await mkdtemp(join(tmpdir(), 'dacsan-nights-'))
afterAll(() => rm(folder, { recursive: true }))
const backupKeys = [await identityToRecipient(await generateIdentity())]
const log = createLog('silent')
const night = (at: string, backupDir: string | undefined = folder, keys: readonly string[] = backupKeys) =>
  backUpWhereDue({ db, connect, log, config: { dataDir, backupDir, backupKeys: keys } }, new Date(at))
const standing = (at: string, backupDir: string | undefined = folder) => showBackups(as(someoneWith('administrator'), at), { backupDir })

describe('C55: the backup of each night', () => {
  test('without BACKUP_DIR none is written, and the administrator is told', async () => {
    expect(await backUpWhereDue({ db, connect, log, config: { dataDir, backupDir: undefined, backupKeys } })).toBeNull()
    expect(await showBackups(as(someoneWith('administrator')), { backupDir: undefined })).toEqual({
      state: 'not-scheduled',
      last: null,
      good: null,
    })
  })

  test('a folder that is not there is not made, and the reason is kept until the next hour succeeds', async () => {
    const away = join(folder, 'disk')
    expect(await night('2026-11-27T18:40:00Z', away)).toMatchObject({ file: null, fault: `the folder ${away} is not there` })
    expect(await standing('2026-11-27T18:50:00Z', away)).toMatchObject({ state: 'overdue', last: { fault: expect.stringContaining(away) } })
    await mkdir(away)
    expect(await night('2026-11-27T19:40:00Z', away)).toMatchObject({
      file: 'dacsan-2026-11-28T0240.tar.gz.age',
      encrypted: true,
      fault: null,
    })
    expect(await isEncrypted(join(away, 'dacsan-2026-11-28T0240.tar.gz.age'))).toBe(true)
    expect(await standing('2026-11-28T08:00:00Z', away)).toMatchObject({ state: 'good', good: { size: expect.any(Number) } })
  })

  test('one backup is written a night, and a half file of before is cleared away', async () => {
    expect(await night('2026-11-28T18:39:00Z')).toBeNull()
    await writeFile(join(folder, 'dacsan-2026-11-20T0140.tar.gz.age.unfinished'), 'half')
    await writeFile(join(folder, 'notes.txt'), 'not ours')
    expect(await night('2026-11-28T18:40:00Z')).toMatchObject({ file: 'dacsan-2026-11-29T0140.tar.gz.age' })
    expect(await night('2026-11-28T19:40:00Z')).toBeNull()
    expect(await night('2026-11-29T18:39:00Z')).toBeNull()
    expect((await readdir(folder)).toSorted()).toEqual(['dacsan-2026-11-29T0140.tar.gz.age', 'disk', 'notes.txt'])
  })

  test('a night without a backup is overdue, and one in the clear is told', async () => {
    expect(await standing('2026-11-29T21:00:00Z')).toMatchObject({ state: 'overdue' })
    expect(await night('2026-11-29T21:00:00Z', folder, [])).toMatchObject({ file: 'dacsan-2026-11-30T0400.tar.gz', encrypted: false })
    expect(await standing('2026-11-29T21:00:00Z')).toMatchObject({ state: 'in-the-clear' })
  })

  test('the backup of a night is due from 1:40 in the morning in Việt Nam', () => {
    expect(lastDue(new Date('2026-11-28T18:39:59Z'))).toEqual(new Date('2026-11-27T18:40:00Z'))
    expect(lastDue(new Date('2026-11-28T18:40:00Z'))).toEqual(new Date('2026-11-28T18:40:00Z'))
  })

  test('only administrators read how the backups stand', async () => {
    for (const actor of [someoneWith('provincial-officer', 'leader'), visitor])
      await expect(showBackups(as(actor), { backupDir: folder })).rejects.toMatchObject({ name: 'Forbidden' })
  })
})
