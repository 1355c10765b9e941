import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { PackId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { CoarsePlace, Sighting } from '../rules.ts'
import type { LotId } from '../rules/ids.ts'

export type SerialKey = { id: number; fingerprint: string }

export const selectSerialKeys = (db: ReadDb): Promise<SerialKey[]> =>
  db.selectFrom('unit_serial_key').select(['id', 'fingerprint']).orderBy('id').execute()

/** Two that make the first key at once make the same one: its secret is one. */
export async function insertSerialKey(tx: Tx, { id, fingerprint }: SerialKey, at: Date): Promise<void> {
  await tx
    .insertInto('unit_serial_key')
    .values({ id, fingerprint, made_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export const selectUnitScan = (db: ReadDb, lotId: LotId, unit: number) =>
  db
    .selectFrom('unit_scan')
    .where('lot_id', '=', lotId)
    .where('unit', '=', unit)
    .select(['count', 'first_at as firstAt'])
    .executeTakeFirst()

export async function selectSightings(db: ReadDb, lotId: LotId, unit: number): Promise<Sighting[]> {
  const rows = await db
    .selectFrom('unit_device')
    .where('lot_id', '=', lotId)
    .where('unit', '=', unit)
    .select(['device', 'first_at as firstAt', 'last_at as lastAt', 'latitude', 'longitude'])
    .orderBy('first_at')
    .execute()
  return rows.map(({ latitude, longitude, ...seen }) => ({
    ...seen,
    place: latitude !== null && longitude !== null ? { latitude, longitude } : null,
  }))
}

/** More devices of one unit say no more: a program that pretends to be any number of them fills no table. */
const mostDevices = 60

export async function upsertSighting(
  tx: Tx,
  { lotId, unit, device, at, place }: { lotId: LotId; unit: number; device: string; at: Date; place: CoarsePlace | null },
): Promise<void> {
  await tx
    .insertInto('unit_scan')
    .values({ lot_id: lotId, unit, first_at: at, last_at: at, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['lot_id', 'unit'])
        .doUpdateSet((eb) => ({ count: eb('unit_scan.count', '+', 1), last_at: eb.ref('excluded.last_at') })),
    )
    .execute()
  const { devices } = await tx
    .selectFrom('unit_device')
    .where('lot_id', '=', lotId)
    .where('unit', '=', unit)
    .where('device', '!=', device)
    .select((eb) => eb.fn.countAll<number>().as('devices'))
    .executeTakeFirstOrThrow()
  if (devices >= mostDevices) return
  await tx
    .insertInto('unit_device')
    .values({
      lot_id: lotId,
      unit,
      device,
      first_at: at,
      last_at: at,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
    })
    .onConflict((conflict) => conflict.columns(['lot_id', 'unit', 'device']).doUpdateSet((eb) => ({ last_at: eb.ref('excluded.last_at') })))
    .execute()
}

/** How many units of a pack of a lot somebody scanned; no more than `most` are counted. */
export async function countUnitsScanned(
  db: ReadDb,
  { lotId, packId, most }: { lotId: LotId; packId: PackId; most: number },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from unit_scan as scan
      join label_sheet as sheet on sheet.lot_id = scan.lot_id and scan.unit >= sheet.first_unit and scan.unit < sheet.first_unit + sheet.count
      where scan.lot_id = ${lotId} and sheet.pack_id = ${packId} limit ${most}
    ) as scanned`.execute(db)
  return rows[0]!.count
}

export async function addGuess(tx: Tx, lotId: LotId, day: PlainDate): Promise<void> {
  await tx
    .insertInto('unit_guess')
    .values({ lot_id: lotId, day, count: 1 })
    .onConflict((conflict) => conflict.columns(['lot_id', 'day']).doUpdateSet((eb) => ({ count: eb('unit_guess.count', '+', 1) })))
    .execute()
}

export async function countGuesses(db: ReadDb, lotId: LotId, since: PlainDate): Promise<number> {
  const { sum } = await db
    .selectFrom('unit_guess')
    .where('lot_id', '=', lotId)
    .where('day', '>=', since)
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('count'), sql<number>`0`).as('sum'))
    .executeTakeFirstOrThrow()
  return sum
}

/** What was kept to notice copies and is older than the law keeps it. Answers how many devices. */
export async function forgetDevices(tx: Tx, before: Date): Promise<number> {
  await tx
    .deleteFrom('unit_guess')
    .where('day', '<', before.toISOString().slice(0, 10) as PlainDate)
    .execute()
  const { numDeletedRows } = await tx.deleteFrom('unit_device').where('last_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
