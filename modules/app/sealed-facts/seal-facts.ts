import { readBundle, tilePath } from '@dacsan/transparency-log'
import type { TileStore } from '@dacsan/transparency-log'
import { appendToLog, openLog } from '@dacsan/transparency-log/log'
import { requireKeys } from '@dacsan/platform/agreement'
import { inTransaction } from '@dacsan/platform/context'
import type { OpenInstallation } from '../../context.ts'
import { rooms } from '../../rooms.ts'
import { entryOf, readEntry, writeEntry } from './entry.ts'
import type { SealEntry } from './entry.ts'
import { insertSealed, lockSealing, sealedSoFar, selectUnsealed } from './sealed-fact.store.ts'
import { logKeys, openSealLog, rotateLogKey } from './seal-log.ts'
import type { HouseBooks, LogPlace } from './seal-log.ts'

/** Every kind of sealed facts of every room, by its name. */
export const sealedKinds = new Map(rooms.flatMap(({ sealedFacts }) => Object.entries(sealedFacts ?? {})))

const bundleWidth = 256
/** How many entries are signed for at once. */
const batch = 4096

export type Sealing = Pick<HouseBooks, 'db'> & { config: LogPlace & Pick<OpenInstallation['config'], 'origin'> }

/**
 * Binds every final fact that is not yet bound into the transparency log, and signs for it. Cut off anywhere it can be done again: what stands in
 * the log and was not noted in the database is noted first.
 */
export async function sealFacts({ db, config }: Sealing): Promise<{ sealed: number; size: number; checkpoint: string | null }> {
  await requireKeys(db, config.dataDir, await logKeys(config))
  const log = await openSealLog(config, `${new URL(config.origin).hostname}/log`)
  for (let sealed = 0; ;) {
    const step = await inTransaction({ db }, async (tx) => {
      await lockSealing(tx)
      const opened = await openLog(log.store, log.policy)
      if (!opened.ok) throw new Error(`the transparency log cannot go on: ${JSON.stringify(opened.refusal)}`)
      const edge = opened.value
      const noted = await sealedSoFar(tx)
      if (noted.size > edge.size) throw new Error(`the transparency log ends at ${edge.size}, and ${noted.size} facts were sealed`)
      await insertSealed(tx, await entriesOf(log.store, noted.size, edge.size), noted.size)
      const entries: SealEntry[] = []
      for (const [kind, query] of sealedKinds) {
        if (entries.length === batch) break
        const facts = await selectUnsealed(tx, { kind, query, limit: batch - entries.length })
        entries.push(...facts.map((fact) => entryOf(kind, fact)))
      }
      if (entries.length === 0) return { entries: 0, size: edge.size, checkpoint: null }
      const appended = await appendToLog(log.store, {
        origin: log.policy.origin,
        signer: log.signer,
        edge,
        entries: entries.map(writeEntry),
      })
      if (!appended.ok) throw new Error('another process writes into the transparency log')
      await insertSealed(tx, entries, edge.size)
      return { entries: entries.length, size: appended.value.edge.size, checkpoint: appended.value.checkpoint }
    })
    sealed += step.entries
    if (step.entries < batch) return { sealed, size: step.size, checkpoint: step.checkpoint }
  }
}

/** Another key signs for the log from the next sealing on, and not in the middle of one. */
export async function rotateSealKey({ db, config }: Sealing): Promise<{ purpose: string; vkey: string }> {
  await requireKeys(db, config.dataDir, await logKeys(config))
  const rotated = await inTransaction({ db }, async (tx) => {
    await lockSealing(tx)
    return rotateLogKey(config)
  })
  await requireKeys(db, config.dataDir, [rotated.purpose])
  return rotated
}

/** The entries of the log from one place to another, read from its bundles. */
async function entriesOf(store: TileStore, from: number, to: number): Promise<SealEntry[]> {
  const entries: SealEntry[] = []
  for (let at = from; at < to;) {
    const bundle = await readEntries(store, Math.floor(at / bundleWidth), to)
    entries.push(...bundle.slice(at % bundleWidth))
    at = Math.min(to, (Math.floor(at / bundleWidth) + 1) * bundleWidth)
  }
  return entries
}

/** The entries of one bundle of a log of this size. */
export async function readEntries(store: TileStore, index: number, size: number): Promise<SealEntry[]> {
  const path = tilePath({ level: 'entries', index, width: Math.min(bundleWidth, size - index * bundleWidth) })
  const stored = await store.read(path)
  const bundle = stored && readBundle(stored)
  if (!bundle?.ok) throw new Error(`the transparency log has no ${path}`)
  return bundle.value.map(readEntry)
}
