import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { SealedFact } from '../sealed-facts.ts'

/** Every entry of a lot's diary, as far as it says what was done when. */
export const sealedDiary = sql<SealedFact>`
  select d.id as key, json_build_object(
    'lot', d.lot_id, 'kind', d.kind, 'file', d.file_hash, 'at', (extract(epoch from d.at) * 1000000)::bigint) as fact
  from diary_entry d`

/** What a lot was opened as. How much of it there is, and whose it is after a merge, may change. */
export const sealedLots = sql<SealedFact>`
  select l.id as key, json_build_object(
    'code', l.trace_code, 'number', l.number, 'product', l.product_id, 'made', l.made_on, 'expires', l.expires_on,
    'opened', (extract(epoch from l.created_at) * 1000000)::bigint) as fact
  from lot l`

/** A recall has no way back. */
export const sealedRecalls = sql<SealedFact>`
  select l.id as key, json_build_object(
    'code', l.trace_code, 'reason', l.recall_reason, 'at', (extract(epoch from l.recalled_at) * 1000000)::bigint) as fact
  from lot l where l.status = 'recalled'`

/** The lot of a trace code: how it was opened, whether it was recalled, and what its diary says, in the order of time. */
export async function sealedOfLot(db: ReadDb, code: string): Promise<{ kind: string; key: string }[]> {
  const lot = await db.selectFrom('lot').select(['id', 'status']).where('trace_code', '=', code).executeTakeFirst()
  if (!lot) return []
  const entries = await db.selectFrom('diary_entry').select('id').where('lot_id', '=', lot.id).orderBy('at').orderBy('id').execute()
  return [
    { kind: 'lot', key: lot.id },
    ...(lot.status === 'recalled' ? [{ kind: 'lot-recall', key: lot.id }] : []),
    ...entries.map(({ id }) => ({ kind: 'diary-entry', key: id })),
  ]
}
