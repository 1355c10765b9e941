import { NotFound } from '@dacsan/decisions'
import { parseDigitalLink } from '@dacsan/gs1'
import type { Ctx } from '../context.ts'
import { historyOf, traceThings } from '../epcis-repository/index.ts'
import { lotUri, materialUri, placeUri } from './addresses.ts'
import { selectLot, selectLotsNamed } from './lot.store.ts'
import type { LotNames } from './lot.store.ts'
import { selectMaterialLots } from './materials/material.store.ts'
import { mayRead } from './policy.ts'
import { selectPlaceNames } from './place.store.ts'
import { stopOf } from './rules.ts'
import type { ChainThing, LotChain } from './rules.ts'
import type { LotId, MaterialLotId, PlaceId } from './rules/ids.ts'

/** So many stops are shown, the last ones; so many things on either side. */
const mostStops = 50
const mostThings = 50

/** The chain that a lot is part of, for whoever may read the lot. */
export async function findChain(ctx: Pick<Ctx, 'db' | 'actor' | 'origin'>, lotId: LotId): Promise<LotChain> {
  const lot = await selectLot(ctx.db, lotId)
  if (!lot || !mayRead(ctx.actor, lot)) throw new NotFound('No such lot', { lotId })
  const { organisationId } = lot.producer
  if (organisationId === null) return { madeOf: [], became: [], stops: [], isWhole: true }
  const { number, traceCode, product } = lot
  const uri = lotUri(ctx, { gtin: product.gtin, number, traceCode })
  const trace = (direction: 'back' | 'forward') => traceThings(ctx, { organisationId, from: [uri], direction })
  const [back, forward] = await Promise.all([trace('back'), trace('forward')])
  const became = forward.items.slice(0, mostThings)
  const [things, history] = await Promise.all([
    nameThings(ctx, [...back.items.slice(0, mostThings), ...became]),
    historyOf(ctx, { organisationId, things: [uri, ...became], most: mostStops }),
  ])
  const stops = history.flatMap(stopOf)
  const placeOf = await namePlaces(
    ctx,
    stops.flatMap(({ from, to, here }) => [...from, ...to, ...(here === null ? [] : [here])]),
  )
  const named = (uris: readonly string[]) => uris.flatMap((each) => things.get(each) ?? [])
  const isWhole = back.isWhole && forward.isWhole && Math.max(back.items.length, forward.items.length) <= mostThings
  return {
    madeOf: named(back.items),
    became: named(became),
    stops: stops.map((stop) => ({
      ...stop,
      from: stop.from.map(placeOf),
      to: stop.to.map(placeOf),
      here: stop.here && placeOf(stop.here),
    })),
    isWhole,
  }
}

/** Calls a place that is known here by its name, and leaves every other key as it is. */
async function namePlaces({ db, origin }: Pick<Ctx, 'db' | 'origin'>, uris: readonly string[]): Promise<(uri: string) => string> {
  const ours = placeUri({ origin }, { gln: null, code: '' })
  const glns = uris.flatMap((uri) => /^https:\/\/id\.gs1\.org\/414\/(\d{13})$/.exec(uri)?.[1] ?? [])
  const ids = uris.filter((uri) => uri.startsWith(ours)).map((uri) => uri.slice(ours.length) as PlaceId)
  const names = new Map<string, string>()
  for (const { id, gln, name } of await selectPlaceNames(db, { ids, glns })) {
    names.set(placeUri({ origin }, { gln: null, code: id }), name)
    names.set(placeUri({ origin }, { gln, code: id }), name)
  }
  return (uri) => names.get(uri) ?? uri
}

/** Things by their keys: lots of ours with their numbers, and whether the reader may open them; purchases of whom the reader may see. */
async function nameThings(
  { db, actor, origin }: Pick<Ctx, 'db' | 'actor' | 'origin'>,
  uris: readonly string[],
): Promise<Map<string, ChainThing>> {
  const names = uris.map((uri) => ({ uri, name: lotNameIn(origin, uri) }))
  const purchaseUri = materialUri({ origin }, '' as MaterialLotId)
  const purchaseIds = uris.filter((uri) => uri.startsWith(purchaseUri)).map((uri) => uri.slice(purchaseUri.length) as MaterialLotId)
  const [lots, purchases] = await Promise.all([
    selectLotsNamed(
      db,
      names.flatMap(({ name }) => name ?? []),
    ),
    purchaseIds.length === 0 ? [] : selectMaterialLots(db, purchaseIds),
  ])
  const purchaseBy = new Map(
    purchases
      .filter((purchase) => mayRead(actor, { producer: purchase }))
      .map(({ id, code, material }) => [materialUri({ origin }, id), { id, code, material }]),
  )
  const isNamed = (lot: (typeof lots)[number], name: LotNames) =>
    'traceCode' in name ? lot.traceCode === name.traceCode : lot.gtins.includes(name.gtin) && lot.number === name.number
  return new Map(
    names.map(({ uri, name }) => {
      const lot = name && lots.find((one) => isNamed(one, name))
      return [
        uri,
        {
          uri,
          lot: lot ? { id: lot.id, number: lot.number, productName: lot.product.name, mayOpen: mayRead(actor, lot) } : null,
          purchase: purchaseBy.get(uri) ?? null,
        },
      ]
    }),
  )
}

/** What a key says of a lot of ours: its trace code, or GTIN and number; null for any other key. */
function lotNameIn(origin: string, uri: string): LotNames | null {
  if (uri.startsWith(`${origin}/t/`)) return { traceCode: uri.slice(`${origin}/t/`.length) }
  const link = uri.startsWith('https://id.gs1.org/01/') ? parseDigitalLink(uri) : null
  const number = link?.ok ? link.value.qualifiers.find(({ ai }) => ai === '10')?.value : undefined
  return link?.ok && number !== undefined ? { gtin: link.value.key.value, number } : null
}
