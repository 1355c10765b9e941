import { readUnitSerial } from '@dacsan/gs1'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { selectPacked, selectSheetOfUnit } from '../label.store.ts'
import { selectRecalledAt } from '../lot.store.ts'
import { judgeUnit, withSighting } from '../rules.ts'
import type { CoarsePlace, ScannedUnit, UnitGoods, UnitJudgement, UnitState } from '../rules.ts'
import type { LotId } from '../rules/ids.ts'
import { deviceHash, judgeSerial } from './serial-keys.ts'
import { countUnitsScanned, selectSightings, selectUnitScan } from './unit.store.ts'

/** The unit that a serial names; undefined for a number that nobody gave out. */
export async function findUnit(
  db: ReadDb,
  { lotId, traceCode }: { lotId: LotId; traceCode: string },
  typed: string,
): Promise<ScannedUnit | undefined> {
  const read = readUnitSerial(typed)
  if (!read) return undefined
  const { index, serial } = read
  const sheet = await selectSheetOfUnit(db, lotId, index)
  const verdict = await judgeSerial(db, { traceCode, keyId: sheet?.serialKey ?? null, index, serial })
  if (verdict === 'guessed') return undefined
  const seen = await selectUnitScan(db, lotId, index)
  return { index, serial, packId: sheet?.packId ?? null, state: stateOf(sheet), appliedAt: sheet?.appliedAt ?? null, seen: seen ?? null }
}

type Sheet = Awaited<ReturnType<typeof selectSheetOfUnit>>

function stateOf(sheet: Sheet): UnitState {
  if (!sheet) return 'unprinted'
  // Which of the labels of a sheet were spoiled is not recorded: only a sheet without one good label says it of each.
  if (sheet.spoiled >= sheet.count) return 'spoiled'
  return sheet.appliedAt ? 'applied' : 'printed'
}

/** Who looks at a label, as the shell knows it; nothing of it is kept as it is. */
export type Looking = { address: string; device: string; place: CoarsePlace | null }

type JudgedUnit = Pick<ScannedUnit, 'index' | 'packId' | 'state'>

/** What the books say of the goods of a unit. */
export async function goodsOfUnit(db: ReadDb, lotId: LotId, { packId }: Pick<JudgedUnit, 'packId'>): Promise<UnitGoods> {
  const [recalledAt, packed] = await Promise.all([selectRecalledAt(db, lotId), selectPacked(db, lotId)])
  const pack = packed.find((one) => one.packId === packId) ?? null
  const unitsScanned = pack === null ? 0 : await countUnitsScanned(db, { lotId, packId: pack.packId, most: pack.packed + 1 })
  return { recalledAt, pack, unitsScanned }
}

/** What speaks against the label of a unit, whoever looks at it now counted in. */
export async function judgeScannedUnit(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { lotId, unit }: { lotId: LotId; unit: JudgedUnit },
  looking: Looking,
): Promise<UnitJudgement> {
  const { value: limits } = await ruleOn(db, 'label.scan-doubt', dateInVietnam(now))
  const [device, known, goods] = await Promise.all([
    deviceHash(db, looking),
    selectSightings(db, lotId, unit.index),
    goodsOfUnit(db, lotId, unit),
  ])
  const sightings = withSighting(known, { device, at: now, place: looking.place })
  return judgeUnit({ state: unit.state, sightings, goods }, limits)
}
