import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import { countScan } from './count-scan.ts'
import { scanMemory } from './repeated-scan.ts'
import type { ScannedUnit } from './rules.ts'
import type { LotId } from './rules/ids.ts'
import type { Looking } from './units/find-unit.ts'
import { noteGuess, noteUnitScan } from './units/note-unit.ts'

const isRepeated = scanMemory()

type Noting = { db: Kysely<Tables>; now: Date }

/** Somebody looks at the label of a code that `findScan` knew: counted, unless the same page was opened there within the last half hour. */
export async function noteScan(
  { db, now }: Noting,
  { code, address, device }: { code: string; address: string; device: string },
): Promise<void> {
  if (!isRepeated({ code, address, device }, now)) await countScan({ db, now }, code)
}

/** The same at the label of one unit, whose devices are remembered for a time. */
export async function noteScanOfUnit(
  noting: Noting,
  { code, ...scanned }: { code: string; lotId: LotId; unit: ScannedUnit },
  looking: Looking,
): Promise<void> {
  if (isRepeated({ code: `${code}/${scanned.unit.serial}`, ...looking }, noting.now)) return
  await countScan(noting, code)
  await noteUnitScan(noting, scanned, looking)
}

/** Somebody asks for a number of a unit that nobody gave out, each number once. */
export async function noteGuessedUnit(noting: Noting, { lotId, path }: { lotId: LotId; path: string }, looking: Looking): Promise<void> {
  if (!isRepeated({ code: path, ...looking }, noting.now)) await noteGuess(noting, lotId)
}
