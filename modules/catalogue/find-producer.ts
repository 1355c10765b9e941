import { NotFound } from '@dacsan/decisions'
import type { Ctx, ReadDb } from '../context.ts'
import { membershipOf, requireRole } from '../identity/index.ts'
import type { Person } from '../identity/index.ts'
import { selectChangesOfHands } from './past-owner.store.ts'
import type { ChangeOfHands } from './past-owner.store.ts'
import { selectPasts } from './producer-past.store.ts'
import type { ProducerPast } from './producer-past.store.ts'
import { maySeeProducerFile } from './policy.ts'
import { cardOf, openNumbers, selectNumbers, selectNumbersIfPossible, selectProducer } from './producer.store.ts'
import type { LockedNumbers, Producer, ProducerNumbers } from './producer.store.ts'
import { selectCardsOfProducer } from './product.store.ts'
import type { ProducerId } from './rules/ids.ts'
import type { ProducerCard, ProductCard } from './rules/views.ts'

export type ProducerView = ProducerCard & {
  about: string | null
  isSample: boolean
  sourceUrl: string | null
  products: ProductCard[]
  /** What it was called, what it was and where it lay before, the latest first. */
  past: ProducerPast[]
  /** Products of the register that it was given or gave away, the latest first. */
  changesOfHands: ChangeOfHands[]
}

type Reader = Pick<Ctx, 'actor'> & { db: ReadDb }

/** What everyone may read about a producer: name, kind, place, its own words, and its products in the register. */
export async function findProducer(ctx: Reader, idOrSlug: string): Promise<ProducerView> {
  const producer = await selectProducer(ctx.db, idOrSlug.startsWith('pro_') ? 'id' : 'slug', idOrSlug)
  if (!producer) throw new NotFound('No such producer', { idOrSlug })
  const products = await selectCardsOfProducer(ctx.db, producer.id, true)

  const { about, isSample, sourceUrl } = producer
  const [past, changesOfHands] = await Promise.all([selectPasts(ctx.db, producer.id), selectChangesOfHands(ctx.db, producer.id)])
  // Who gave its last product away stays where the register led to it.
  if (products.length + changesOfHands.length === 0 && !maySeeFile(ctx, producer)) throw new NotFound('No such producer', { idOrSlug })
  return { ...cardOf(producer), about, isSample, sourceUrl, products, past, changesOfHands }
}

/** The whole file of a producer, representative and contact included, for the producer itself and the offices. */
export async function producerFile(ctx: Reader, producerId: ProducerId): Promise<Producer> {
  const producer = await selectProducer(ctx.db, 'id', producerId)
  if (!producer || !maySeeFile(ctx, producer)) throw new NotFound('No such producer', { producerId })
  return producer
}

/** A producer's numbers with other offices, for whoever may see its file. */
export async function producerNumbers(ctx: Reader, producerId: ProducerId): Promise<ProducerNumbers> {
  await producerFile(ctx, producerId)
  return selectNumbers(ctx.db, producerId)
}

/** The same for the form in which the producer writes them: one that cannot be opened now is absent, and can be written anew. */
export async function ownNumbers(ctx: Reader, producerId: ProducerId): Promise<ProducerNumbers> {
  await producerFile(ctx, producerId)
  return selectNumbersIfPossible(ctx.db, producerId)
}

/** For rooms that show some of the numbers by a rule of their own: as `producer_card` has them, opened; absent where that cannot be done now. */
export async function openProducerNumbers({ db }: { db: ReadDb }, producerId: ProducerId, locked: LockedNumbers): Promise<ProducerNumbers> {
  return openNumbers(db, producerId, locked)
}

/** The producer that the signed-in person works for; none before it is on file. */
export async function producerOfActor(ctx: Reader): Promise<Producer | undefined> {
  if (ctx.actor.kind !== 'person') return undefined
  const membership = ctx.actor.memberships.find(({ role }) => role === 'producer')
  return membership && selectProducer(ctx.db, 'organisation_id', membership.organisationId)
}

/** What the pages of a producer begin with: whom the reader works for, and its file once there is one. Forbidden to everybody else. */
export async function ownFile(ctx: Reader): Promise<{ membership: Person['memberships'][number]; producer: Producer | undefined }> {
  const membership = membershipOf(requireRole(ctx.actor, 'producer'), 'producer')!
  return { membership, producer: await producerOfActor(ctx) }
}

/** A producer's products: those in the register for everyone, all of them for the producer itself and the offices. */
export async function productsOfProducer(ctx: Reader, producerId: ProducerId): Promise<ProductCard[]> {
  const producer = await selectProducer(ctx.db, 'id', producerId)
  if (!producer) throw new NotFound('No such producer', { producerId })
  return selectCardsOfProducer(ctx.db, producerId, !maySeeFile(ctx, producer))
}

function maySeeFile(ctx: Reader, producer: Producer): boolean {
  return maySeeProducerFile(ctx.actor, { organisationId: producer.organisationId, communeCode: producer.place.communeCode })
}
