import { sql } from 'kysely'
import type { SealedFact } from '../sealed-facts.ts'

/**
 * Every entry of the audit trail by its link in the chain, which covers all that it says: a tail that was cut off is missed by its number. The number
 * is written so that keys stand in its order; an index has the same expression.
 */
export const sealedAudit = sql<SealedFact>`
  select lpad(a.seq::text, 12, '0') as key, json_build_object('hash', encode(a.hash, 'hex')) as fact from audit_entry a`
