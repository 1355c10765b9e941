import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct, requireRole } from '../../identity/index.ts'
import type { Actor } from '../../identity/rules.ts'
import { collectionActs } from './acts.ts'
import type { CollectionAct } from './acts.ts'
import { lockCollection } from './collection.store.ts'
import type { StoredCollection } from './collection.store.ts'
import type { CollectionId } from './rules/ids.ts'
import type { CollectionClosed } from './rules/refusals.ts'

export const requireCollectionDesk = (actor: Actor) => requireRole(actor, 'provincial-officer', 'trade-department')

/** The collection, held, for somebody who may do this to it in its state. */
export async function beginCollection(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<CollectionAct, 'create'>,
  id: CollectionId,
): Promise<Outcome<StoredCollection, CollectionClosed>> {
  requireAct(ctx.actor, collectionActs[act])
  const collection = await lockCollection(tx, id)
  if (!collection) throw new NotFound('No such collection')
  return (
    (refuseStatus(collectionActs[act], collection.status) as ReturnType<
      typeof refuseStatus<typeof collectionActs.publish, typeof collection.status>
    >) ?? done(collection)
  )
}

export async function recordCollection(
  tx: Tx,
  ctx: Ctx,
  act: CollectionAct,
  { id, slug }: Pick<StoredCollection, 'id' | 'slug'>,
): Promise<void> {
  const row = collectionActs[act] as NamedAct & typeof collectionActs.create
  await record(tx, ctx, row, { subjectId: id, payload: { collectionId: id, slug } })
}
