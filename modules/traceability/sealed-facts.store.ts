import { sql } from 'kysely'
import type { SealedFact } from '../sealed-facts.ts'

/** Every entry of a lot's diary, as far as it says what was done when. */
export const sealedDiary = sql<SealedFact>`
  select d.id as key, json_build_object(
    'lot', d.lot_id, 'kind', d.kind, 'file', d.file_hash, 'at', (extract(epoch from d.at) * 1000000)::bigint) as fact
  from diary_entry d`
