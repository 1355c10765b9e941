import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import { countScan } from './count-scan.ts'
import { scanMemory } from './repeated-scan.ts'

const isRepeated = scanMemory()

/** Somebody looks at the label of a code that `findScan` knew: counted, unless the same page was opened there within the last half hour. */
export async function noteScan(
  { db, now }: { db: Kysely<Tables>; now: Date },
  { code, address, device }: { code: string; address: string; device: string },
): Promise<void> {
  if (!isRepeated({ code, address, device }, now)) await countScan({ db, now }, code)
}
