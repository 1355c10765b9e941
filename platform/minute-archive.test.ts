import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { forget, gapSince, nextSegment } from './minute-archive.ts'
import { readMoment } from './restore-to-minute.ts'

test('the segments of the log follow each other over the end of a file of four gigabytes', () => {
  expect(nextSegment('000000010000000000000005')).toBe('000000010000000000000006')
  expect(nextSegment('0000000200000000000000FF')).toBe('000000020000000100000000')
})

test.for([
  ['2026-11-28 22:14', '2026-11-28T15:14:00.000Z'],
  ['2026-11-28T22:14:09', '2026-11-28T15:14:09.000Z'],
  ['2026-11-28 00:30+00:00', '2026-11-28T00:30:00.000Z'],
  ['2028-02-29 23:59', '2028-02-29T16:59:00.000Z'],
] as const)('the moment %s is read by the clock of Việt Nam unless it says otherwise', ([text, moment]) => {
  expect(readMoment(text)?.toISOString()).toBe(moment)
})

test.for(['', 'yesterday', '2026-11-28', '28/11/2026 22:14', '2026-02-30 10:00', '2026-11-28 24:30'])('%j is not a moment', (text) => {
  expect(() => readMoment(text)).toThrow(/is not a moment such as/)
})

describe('what an archive forgets', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dacsan-forget-'))
  afterAll(() => rm(folder, { recursive: true }))
  const [dataDir, backups] = [join(folder, 'data'), join(folder, 'backups')]
  const line = join(backups, 'minutes', 'this')
  const place = { pool: null as never, dataDir, folder: backups, recipients: [] }
  const segment = (number: number) => `0000000100000000${number.toString(16).toUpperCase().padStart(8, '0')}`
  const night = (day: number) => new Date(Date.UTC(2026, 10, day, 18, 40))
  const nameOf = (at: Date) => at.toISOString().replaceAll(/[-:.Z]/g, '')
  const touch = async (path: string, at?: Date) => {
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, 'x')
    if (at) await utimes(path, at, at)
  }

  beforeEach(async () => {
    await rm(folder, { recursive: true, force: true })
    for (let day = 1; day <= 20; day++) {
      const base = {
        name: `base-${nameOf(night(day))}`,
        first: segment(day * 10),
        last: segment(day * 10 + 1),
        end: night(day).toISOString(),
      }
      await touch(join(line, `${base.name}.tar.gz`))
      await writeFile(join(line, `${base.name}.json`), JSON.stringify(base))
      await touch(join(line, `side-${nameOf(night(day))}-${day}.tar.gz`))
    }
    for (let number = 10; number < 210; number++) await touch(join(line, 'wal', `${segment(number)}.gz`))
  })

  test('an archive keeps the base copies of fourteen days, the log since the oldest of them, and the keys of then', async () => {
    await forget(place, line)
    const left = await readdir(line)
    expect(left.filter((name) => name.endsWith('.json'))).toHaveLength(14)
    expect(left.filter((name) => name.startsWith('base-')).toSorted()[0]).toBe(`base-${nameOf(night(7))}.json`)
    expect((await readdir(join(line, 'wal'))).toSorted()[0]).toBe(`${segment(70)}.gz`)
    expect(left.filter((name) => name.startsWith('side-')).toSorted()[0]).toBe(`side-${nameOf(night(6))}-6.tar.gz`)
  })

  test('a stored file that is gone stays for as long as a base copy that knew it, and one that is there stays', async () => {
    const [there, gone, longGone] = ['aa', 'bb', 'cc'].map((part) => join(part, part.repeat(32)))
    await touch(join(dataDir, 'files', there!))
    for (const path of [there, gone]) await touch(join(line, 'files', path!))
    await touch(join(line, 'files', `${longGone}.age.gone`), night(5))
    await forget(place, line)
    const files = await readdir(join(line, 'files'), { recursive: true })
    expect(files.filter((name) => name.length > 10).toSorted()).toEqual([there, `${gone}.gone`])
    expect((await stat(join(line, 'files', `${gone}.gone`))).mtimeMs).toBeGreaterThan(Date.now() - 60_000)
  })

  test('the line of an installation that was replaced goes when this one reaches back fourteen days, and one that still grows stays', async () => {
    for (const [name, until] of [
      ['ended', new Date(Date.now() - 16 * 24 * 3_600_000)],
      ['grows', new Date()],
    ] as const) {
      await touch(join(backups, 'minutes', name, 'wal', segment(1)))
      await writeFile(join(backups, 'minutes', name, 'reached.json'), JSON.stringify({ until: until.toISOString() }))
    }
    await forget(place, line)
    expect((await readdir(join(backups, 'minutes'))).toSorted()).toEqual(['grows', 'this'])
  })

  test('a segment that is missing since a base copy is named', async () => {
    const base = { name: 'base', first: segment(190), last: segment(191), end: '' }
    expect(await gapSince(line, base)).toBeNull()
    await rm(join(line, 'wal', `${segment(200)}.gz`))
    expect(await gapSince(line, base)).toBe(segment(200))
    expect(await gapSince(line, { ...base, first: segment(201), last: segment(202) })).toBeNull()
  })
})
