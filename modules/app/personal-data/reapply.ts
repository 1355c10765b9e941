import { inTransaction } from '@dacsan/platform/context'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../../database.tables.ts'
import { selectErasures } from '../../privacy/index.ts'
import type { Erasure, SubjectKey } from '../../privacy/index.ts'
import { eraseEverywhere, subjectOf } from './erase.ts'
import { keepErasures, readErasures } from './erasures.ts'

/**
 * Erases again what folders beside the database say was erased, and the database does not know of: it is a backup of before. Answers how many.
 * Whoever is not in the database (any more) needs no erasing.
 */
export async function reapplyErasures(db: Kysely<Tables>, folders: readonly string[], dataDir: string): Promise<number> {
  const known = new Set((await selectErasures(db)).map(({ kind, id }) => `${kind} ${id}`))
  const missing = (await Promise.all(folders.map(readErasures))).flat().filter(({ kind, id }) => !known.has(`${kind} ${id}`))
  let again = 0
  for (const erasure of new Map(missing.map((one) => [`${one.kind} ${one.id}`, one])).values()) {
    await inTransaction({ db }, async (tx) => {
      const subject = await subjectOf(tx, subjectKeyOf(erasure), erasure.at)
      if (!subject) return
      await eraseEverywhere(tx, subject, erasure.at)
      again++
    })
  }
  await keepErasures(dataDir, db)
  return again
}

const subjectKeyOf = ({ kind, id }: Erasure): SubjectKey =>
  kind === 'account' ? { kind, userId: id as `usr_${string}` } : { kind, groupId: id as `grp_${string}` }
