import { tilePath } from '@dacsan/transparency-log'
import { canonicalJson } from '@dacsan/transparency-log/canonical-json'
import type { ReadDb } from '../../context.ts'
import { rooms } from '../../rooms.ts'
import type { LotId } from '../../traceability/rules.ts'
import { entryOf, readEntry, writeEntry } from './entry.ts'
import { logSize } from './publish-log.ts'
import { sealedKinds } from './seal-facts.ts'
import type { LogPlace } from './seal-log.ts'
import { selectFacts, selectSealed } from './sealed-fact.store.ts'

/**
 * A fact about what a code names: what the database says now, and where the log has its digest. `entry` is the leaf to the letter, `fact` the canonical
 * JSON that its digest is of.
 */
export type ProofLine = { kind: string; fact: string; entry: string; position: number; sealedAt: Date }

/** What the log holds of a code. `waiting`: facts that are bound within the hour. */
export type CodeProof = { code: string; lines: ProofLine[]; waiting: number }

/** The proof of a public code (a trace code of a lot, the code of a certificate): every final fact that the log has of it; null where it names nothing. */
export async function proofOf(db: ReadDb, code: string): Promise<CodeProof | null> {
  const named = (await Promise.all(rooms.map(({ sealedOf }) => sealedOf?.(db, code) ?? []))).flat()
  if (named.length === 0) return null
  const lines: ProofLine[] = []
  for (const [kind, of] of Map.groupBy(named, (one) => one.kind)) {
    const keys = of.map(({ key }) => key)
    const sealed = new Map((await selectSealed(db, kind, keys)).map((one) => [one.key, one]))
    for (const fact of await selectFacts(db, { query: sealedKinds.get(kind)!, keys })) {
      const place = sealed.get(fact.key)
      const canonical = canonicalJson(JSON.stringify(fact.fact))
      if (!place || !canonical.ok) continue
      const entry = new TextDecoder().decode(writeEntry(entryOf(kind, fact)))
      lines.push({ kind, fact: canonical.value, entry, position: place.position, sealedAt: place.sealedAt })
    }
  }
  return { code, lines: lines.toSorted((one, other) => one.position - other.position), waiting: named.length - lines.length }
}

/** Since when the log has it that a lot was opened; null while it has not. */
export async function lotSealedAt(db: ReadDb, lotId: LotId): Promise<Date | null> {
  const [sealed] = await selectSealed(db, 'lot', [lotId])
  return sealed?.sealedAt ?? null
}

/** How anybody shows by hand that a fact stands in the log: the leaf made of it, and the leaf that stands there. Null before the first checkpoint. */
export async function stepsByHand(place: LogPlace, origin: string, { fact, entry, position }: ProofLine): Promise<string[] | null> {
  const size = await logSize(place)
  if (position >= size) return null
  const index = Math.floor(position / tileWidth)
  const path = tilePath({ level: 0, index, width: Math.min(tileWidth, size - index * tileWidth) })
  const digest = 'openssl dgst -sha256 -binary | base64'
  return [
    `printf '%s' ${quoted(fact)} | ${digest} | tr '+/' '-_' | tr -d '='   # ${readEntry(new TextEncoder().encode(entry)).digest}`,
    `printf '\\0%s' ${quoted(entry)} | ${digest}`,
    `curl -s ${origin}/log/${path} | tail -c +${(position % tileWidth) * hashBytes + 1} | head -c ${hashBytes} | base64`,
  ]
}

const tileWidth = 256
const hashBytes = 32
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
