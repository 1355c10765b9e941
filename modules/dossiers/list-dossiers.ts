import { producerOfActor, productsOfProducer } from '../catalogue/index.ts'
import type { Producer } from '../catalogue/index.ts'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import { requirePerson, requireRole } from '../identity/index.ts'
import { listedFor } from './dossier-view.ts'
import { selectBusyProductIds, selectDossier, selectDossiers, selectOpenDossierId } from './dossier.store.ts'
import type { DossierFilter } from './dossier.store.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { readScope } from './policy.ts'
import type { Reader } from './policy.ts'
import { finalStatuses, isEditable } from './rules.ts'
import type { DossierCard, ListedDossier } from './rules.ts'

/** The dossiers that the actor may read, those with the nearest day for the commune first. */
export async function listDossiers(ctx: Pick<Ctx, 'db'> & Reader, filter: DossierFilter = {}): Promise<ListedDossier[]> {
  const scope = readScope(ctx)
  if (!scope.all) requirePerson(ctx.actor)
  return (await selectDossiers(ctx.db, scope, filter)).map((dossier) => listedFor(ctx.actor, dossier))
}

/** The signed-in producer's own dossiers: those that wait for it first, then what changed last. */
export async function listOwnDossiers(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<{ producer: Producer; dossiers: ListedDossier[] } | null> {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) return null
  const dossiers = await listDossiers(ctx, { producerId: producer.id })
  return { producer, dossiers: dossiers.toSorted(byWhoseTurn) }
}

const byWhoseTurn = (one: DossierCard, other: DossierCard) =>
  Number(isEditable(other.status)) - Number(isEditable(one.status)) || other.updatedAt.getTime() - one.updatedAt.getTime()

/** The producer's products that no open dossier is about. */
export async function listProductsToRegister(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  producerId: ProducerId,
): Promise<{ id: ProductId; name: string }[]> {
  const busy = await selectBusyProductIds(ctx.db, producerId, finalStatuses)
  return (await productsOfProducer(ctx, producerId)).filter(({ id }) => !busy.includes(id)).map(({ id, name }) => ({ id, name }))
}

/** The code of the dossier about a product that is still open, for rooms above that would open another one. */
export async function openDossierOf(db: ReadDb, productId: ProductId): Promise<string | null> {
  const id = await selectOpenDossierId(db, productId, finalStatuses)
  return id ? ((await selectDossier(db, id))?.code ?? null) : null
}
