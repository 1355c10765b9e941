import { NotFound } from '@dacsan/decisions'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { organisationsOf } from '../../identity/rules.ts'
import type { Actor, OrganisationId, Ties } from '../../identity/rules.ts'
import type { TrademarkId } from '../rules/ids.ts'
import type { trademarkActs } from '../rules/trademark.ts'
import { lockTrademark } from './trademark.store.ts'
import type { StoredTrademark } from './trademark.store.ts'

export type Owner = { id: ProducerId; name: string; organisationId: OrganisationId | null; communeCode: string | null }
/** What people are tied to an application by: its producer, and the commune of that. */
export const tiesOf = ({ organisationId, communeCode }: Omit<Owner, 'id' | 'name'>): Ties => ({
  owner: organisationId,
  commune: communeCode,
})

/** The name of the producer where an officer enters something in its place. */
export const forWhom = (actor: Actor, { organisationId, name }: Owner): string | null =>
  organisationId !== null && organisationsOf(actor, 'producer').includes(organisationId) ? null : name

export const ownerOf = ({ producerId: id, producerName: name, organisationId, communeCode }: StoredTrademark): Owner => ({
  id,
  name,
  organisationId,
  communeCode,
})

/** What the record of an act says of the application; both names, where an officer does it. */
export const detailOf = (actor: Actor, trademark: StoredTrademark) => {
  const forName = forWhom(actor, ownerOf(trademark))
  return { mark: trademark.mark, ...(forName !== null && { onBehalfOf: forName }) }
}

type ActOf = (typeof trademarkActs)[keyof typeof trademarkActs]

/** The application, held, for somebody who may do this to it. */
export async function openTrademark(tx: Tx, ctx: Ctx, act: ActOf, trademarkId: TrademarkId): Promise<StoredTrademark> {
  const trademark = await lockTrademark(tx, trademarkId)
  if (!trademark) throw new NotFound('No such trademark application', { trademarkId })
  requireAct(ctx.actor, act, tiesOf(trademark))
  return trademark
}
