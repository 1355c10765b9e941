import { idInput } from '@dacsan/platform/ids'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { parseGln } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import { producerOfActor } from '../catalogue/index.ts'
import type { ProducerId } from '../catalogue/rules.ts'
import { optionalText } from '../optional-fields.ts'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { placeKinds } from './acts.ts'
import { insertPlace, isCommune, isGlnTaken, placesOfProducer, selectPlace, updatePlaceEnded, updatePlaceSells } from './place.store.ts'
import { assignPlacesOf } from './owners-of-places.ts'
import { ownProducer } from './policy.ts'
import { decideAddPlace, decideEndPlace, decideSelling, placeActs } from './rules.ts'
import type { AddPlaceRefusal, Place, TendPlaceRefusal } from './rules.ts'
import type { PlaceId } from './rules/ids.ts'
import { placeInputWords as words } from './words/places.ts'

const gln = optionalText(20).transform((text, check) => {
  if (text === null) return null
  const read = parseGln(text.replaceAll(' ', ''))
  if (read.ok) return read.value as string
  check.addIssue({ code: 'custom', message: words.gln })
  return z.NEVER
})

const degrees = (most: number) =>
  optionalText(20).transform((text, check) => {
    if (text === null) return null
    const value = Number(text.replace(',', '.'))
    if (Number.isFinite(value) && Math.abs(value) <= most) return value
    check.addIssue({ code: 'custom', message: words.position })
    return z.NEVER
  })

export const addPlaceInput = z
  .object({
    kind: z.enum(placeKinds, words.kind),
    name: z.string().trim().min(2, words.name).max(100, words.name),
    gln,
    communeCode: optionalText(10),
    latitude: degrees(90),
    longitude: degrees(180),
    agrees: z.coerce.boolean().default(false),
    sells: z.coerce.boolean().default(false),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), { path: ['longitude'], message: words.position })
export type AddPlaceInput = z.infer<typeof addPlaceInput>

export const tendPlaceInput = z.object({ placeId: idInput('plc') })
type TendPlaceInput = z.infer<typeof tendPlaceInput>

/** The places of whoever asks. */
export async function ownPlaces(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<Place[]> {
  return placesOfProducer(ctx.db, (await ownProducer(ctx)).id)
}

export async function addPlace(ctx: Ctx, input: AddPlaceInput): Promise<Outcome<{ placeId: PlaceId }, AddPlaceRefusal>> {
  requireAct(ctx.actor, placeActs.add)
  return inTransaction(ctx, async (tx) => {
    const producer = await producerOfActor({ db: tx, actor: ctx.actor })
    if (!producer) return refuse('producer-missing')
    const { kind, name, communeCode, latitude, longitude, agrees, sells } = input
    const [places, glnTaken, communeKnown] = await Promise.all([
      placesOfProducer(tx, producer.id),
      input.gln === null ? false : isGlnTaken(tx, input.gln),
      communeCode === null ? true : isCommune(tx, communeCode),
    ])
    const wanted = { name, gln: input.gln, communeCode, agrees, hasPosition: latitude !== null }
    const decision = decideAddPlace(wanted, { places, glnTaken, communeKnown })
    if (!decision.ok) return decision
    const placeId = ctx.newId('plc')
    const position = latitude === null || longitude === null ? null : { latitude, longitude, agreedAt: ctx.now }
    await insertPlace(tx, { id: placeId, producerId: producer.id, kind, name, gln: input.gln, communeCode, position, sells })
    await assignPlacesOf(tx, ctx, producer.id)
    await record(tx, ctx, placeActs.add, { subjectId: placeId, payload: { placeId, producerId: producer.id } })
    return done({ placeId })
  })
}

/**
 * A place where others keep the goods of a producer by agreement: neither counted nor emptied by hand, and never sold from by the shop. Whoever calls knows
 * who may, in its own transaction.
 */
export async function openConsignedPlace(
  tx: Tx,
  ctx: Ctx,
  { producerId, kind, name, communeCode }: Pick<Place, 'kind' | 'name' | 'communeCode'> & { producerId: ProducerId },
): Promise<PlaceId> {
  const placeId = ctx.newId('plc')
  await insertPlace(tx, { id: placeId, producerId, kind, name, gln: null, communeCode, position: null, sells: false, isConsigned: true })
  await assignPlacesOf(tx, ctx, producerId)
  await record(tx, ctx, placeActs.add, { subjectId: placeId, payload: { placeId, producerId } })
  return placeId
}

/** Nothing comes there any more; what lies there is moved away or sold off no more. */
export async function endPlace(ctx: Ctx, { placeId }: TendPlaceInput): Promise<Outcome<null, TendPlaceRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const place = await lockPlace(tx, ctx, 'end', placeId)
    const decision = decideEndPlace(place)
    if (!decision.ok) return decision
    await updatePlaceEnded(tx, placeId, ctx.now)
    await record(tx, ctx, placeActs.end, { subjectId: placeId, payload: { placeId, producerId: place.producerId } })
    return done(null)
  })
}

/** Whether orders of the shop are served from there. */
export async function sellFromPlace(
  ctx: Ctx,
  { placeId, sells }: TendPlaceInput & { sells: boolean },
): Promise<Outcome<null, TendPlaceRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const place = await lockPlace(tx, ctx, 'sell', placeId)
    const decision = decideSelling(place)
    if (!decision.ok) return decision
    await updatePlaceSells(tx, placeId, sells)
    await record(tx, ctx, placeActs.sell, { subjectId: placeId, payload: { placeId, producerId: place.producerId } })
    return done(null)
  })
}

/** A place of the actor's producer under lock; anybody else's does not exist. */
async function lockPlace(tx: Tx, ctx: Pick<Ctx, 'actor'>, act: 'end' | 'sell', placeId: PlaceId) {
  const place = await selectPlace(tx, placeId)
  if (!place) throw new NotFound('No such place', { placeId })
  requireAct(ctx.actor, placeActs[act], { owner: place.organisationId })
  return place
}
