import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { damagedFiles, writeBackup } from './backup.ts'
import type { FilesAt } from './open-file-place.ts'

export type WrittenBackup = { file: string; size: number; damaged: string[] }

const ours = /^dacsan-(\d{4}-\d{2})-(\d{2})T\d{4}\.tar\.gz(\.age)?$/
const unfinished = '.unfinished'

/** How many days, and of how many months before them, backups are kept. */
const kept = { days: 14, months: 6 }

/**
 * Writes the backup of a moment, as people read the clock (`2026-11-28T0150`), into a folder that must be there already: made anew where a disk is not
 * mounted, it would lie on the one that it is to survive. Then removes those that are no longer kept; where none could be written, none goes.
 */
export async function writeBackupInto(
  source: FilesAt & { pool: pg.Pool },
  folder: string,
  { moment, recipients }: { moment: string; recipients: readonly string[] },
): Promise<WrittenBackup> {
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) throw new Error(`the folder ${folder} is not there`)
  for (const name of await readdir(folder)) {
    if (name.endsWith(unfinished) && ours.test(name.slice(0, -unfinished.length))) await rm(join(folder, name), { force: true })
  }
  const file = `dacsan-${moment}.tar.gz${recipients.length > 0 ? '.age' : ''}`
  const contents = await writeBackup(source, join(folder, file), { recipients })
  for (const name of noLongerKept(await readdir(folder), file)) await rm(join(folder, name), { force: true })
  return { file, size: (await stat(join(folder, file))).size, damaged: damagedFiles(contents) }
}

/**
 * Which backups go once `written` is there: all but the newest of each of the last 14 days that have one, and of each of the last 6 months that have
 * one. Counted by the backups themselves: after a long pause, or a clock that was wrong, the old ones are still there. Other files are not ours.
 */
export function noLongerKept(names: readonly string[], written: string): string[] {
  const backups = names.filter((name) => ours.test(name)).toSorted()
  const newestOf = (periodOf: (name: string) => string, most: number) =>
    [...new Map(backups.map((name) => [periodOf(name), name])).values()].slice(-most)
  const stay = new Set([
    written,
    ...newestOf((name) => name.slice(0, 'dacsan-2026-11-28'.length), kept.days),
    ...newestOf((name) => name.slice(0, 'dacsan-2026-11'.length), kept.months),
  ])
  return backups.filter((name) => !stay.has(name))
}
