import { cosignedPath } from '@dacsan/platform/log-files'
import { auditLog, openLog } from '@dacsan/transparency-log/log'
import { verifyCheckpoint } from '@dacsan/transparency-log/note'
import { entryOf } from './entry.ts'
import type { SealEntry } from './entry.ts'
import { readCheckpoint, readSealLog } from './seal-log.ts'
import type { HouseBooks } from './seal-log.ts'
import { readEntries, sealedKinds } from './seal-facts.ts'
import { sealedSoFar, selectFacts } from './sealed-fact.store.ts'

const bundleWidth = 256
/** More would not be read by anybody. */
const mostFaults = 200

/**
 * Holds the database against the transparency log: the log is whole and signed, grew from what witnesses saw, and every fact in it is still in the
 * database as it was bound. Whoever owns the database can change a row; the key of the log is not in it.
 */
export async function proveSeals({ db, config }: Pick<HouseBooks, 'db' | 'config'>): Promise<{ checked: number; faults: string[] }> {
  const noted = await sealedSoFar(db)
  const log = await readSealLog(config)
  if (!log) return { checked: 0, faults: noted.size > 0 ? [`the log is gone: ${noted.size} facts were bound into it`] : [] }
  const opened = await openLog(log.store, log.policy)
  if (!opened.ok) return { checked: 0, faults: [`the log is not what was signed: ${JSON.stringify(opened.refusal)}`] }
  const { size } = opened.value
  const faults = await faultsOfLog(log, size)
  // A sealing that was cut off left entries that the next one notes; the other way round something is gone.
  if (noted.size > size) faults.push(`the log ends at ${size}, and ${noted.size} facts were bound into it`)
  const seen = new Set<string>()
  for (let index = 0; index * bundleWidth < size && faults.length < mostFaults; index++) {
    const entries = await readEntries(log.store, index, size)
    for (const { kind, key } of entries) seen.add(`${kind} ${key}`)
    faults.push(...(await faultsOfEntries(db, entries)))
  }
  // What is said to be bound and is not could be changed unseen.
  if (faults.length < mostFaults && noted.facts > seen.size)
    faults.push(`${noted.facts - seen.size} facts are said to be in the log and are not`)
  return { checked: size, faults }
}

async function faultsOfLog(log: NonNullable<Awaited<ReturnType<typeof readSealLog>>>, size: number): Promise<string[]> {
  const newest = await readCheckpoint(log)
  const checkpoint = newest === null ? null : await verifyCheckpoint(newest, log.policy)
  if (!checkpoint?.ok) return size === 0 ? [] : ['the log has no checkpoint']
  const whole = await auditLog(log.store, checkpoint.value)
  if (!whole.ok) return [`the log is not what was signed: ${JSON.stringify(whole.refusal)}`]
  const cosigned = await readCheckpoint(log, cosignedPath)
  if (cosigned === null) return log.policy.witnesses?.length ? ['no witness has cosigned the log yet'] : []
  const witnessed = await verifyCheckpoint(cosigned, log.policy)
  if (!witnessed.ok) return [`what the witnesses signed cannot be read: ${witnessed.refusal.code}`]
  const grown = witnessed.value.size <= size && (await auditLog(log.store, witnessed.value)).ok
  return grown ? [] : [`the log is not the one that the witnesses saw at ${witnessed.value.size}`]
}

async function faultsOfEntries(db: HouseBooks['db'], entries: readonly SealEntry[]): Promise<string[]> {
  const faults: string[] = []
  for (const [kind, of] of Map.groupBy(entries, (entry) => entry.kind)) {
    // A kind that a newer version no longer binds has nothing to say.
    const query = sealedKinds.get(kind)
    if (!query) continue
    const facts = new Map((await selectFacts(db, { query, keys: of.map(({ key }) => key) })).map((fact) => [fact.key, fact]))
    for (const { key, digest } of of) {
      const fact = facts.get(key)
      if (!fact) faults.push(`${kind} ${key} is gone`)
      else if (entryOf(kind, fact).digest !== digest) faults.push(`${kind} ${key} was changed`)
    }
  }
  return faults
}
