import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import type { Kysely } from 'kysely'
import type { ProducerId } from '../catalogue/rules.ts'
import type { Ctx, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { assignPlaces } from '../epcis-repository/index.ts'
import { placeUri } from './addresses.ts'
import { insertWorkshop, selectDefaultPlace, selectPlaceOwners } from './place.store.ts'
import type { PlaceId } from './rules/ids.ts'

type Where = Pick<Ctx, 'now' | 'origin'>

/** Whoever sends goods to a place of a producer names it in events, and its owner sees them. */
export async function assignPlacesOf(tx: Tx, ctx: Where, producerId?: ProducerId): Promise<number> {
  const places = await selectPlaceOwners(tx, producerId)
  const named = places.map(({ id, organisationId }) => ({ uri: placeUri(ctx, { gln: null, code: id }), organisationId }))
  return named.length === 0 ? 0 : assignPlaces(tx, ctx, named)
}

/** The same of all producers, at each start and each hour: places from before, and those of a producer that got an account or another one since. */
export const assignAllPlaces = (ctx: Where & { db: Kysely<Tables> }): Promise<number> => inTransaction(ctx, (tx) => assignPlacesOf(tx, ctx))

/** Where the goods of a producer come to be unless somebody says otherwise: a workshop, on file from the first time that it is asked for. */
export async function workshopOf(tx: Tx, ctx: Where, producerId: ProducerId): Promise<PlaceId> {
  const known = await selectDefaultPlace(tx, producerId)
  if (known) return known
  await insertWorkshop(tx, newId('plc'), producerId)
  await assignPlacesOf(tx, ctx, producerId)
  return (await selectDefaultPlace(tx, producerId))!
}
