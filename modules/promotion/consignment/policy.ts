import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome, Refused } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId, actorName, organisationsOf } from '../../identity/rules.ts'
import type { Actor, Ties } from '../../identity/rules.ts'
import { consignmentActs } from './acts.ts'
import type { ConsignmentAct, ConsignmentMoved, Side } from './acts.ts'
import { lockConsignment, selectConsignment, selectTerms } from './consignment.store.ts'
import type { StoredConsignment, StoredTerms } from './consignment.store.ts'
import type { ConsignmentId } from './rules/ids.ts'
import type { ConsignmentClosed } from './rules/refusals.ts'
import { termsOn } from './rules/terms.ts'

type Parties = Pick<StoredConsignment, 'organisationId' | 'operatorId'>

const isKeeper = (actor: Actor, { operatorId }: Parties) => organisationsOf(actor, 'point-keeper').includes(operatorId)
const isOwner = (actor: Actor, { organisationId }: Parties) =>
  organisationId !== null && organisationsOf(actor, 'producer').includes(organisationId)

/** Two organisations are tied to a consignment: its goods belong to one, the other is given them. */
export const tiesOf = (actor: Actor, one: Parties): Ties => ({
  owner: one.organisationId,
  assigned: actor.kind === 'person' && isKeeper(actor, one) ? { userId: actor.userId } : null,
})

/** For which sides somebody acts; a cooperative with a shop of its own may be both. */
export const sidesOf = (actor: Actor, one: Parties): Side[] => [
  ...(isOwner(actor, one) ? (['owner'] as const) : []),
  ...(isKeeper(actor, one) ? (['point'] as const) : []),
]

type OpenAct = Exclude<ConsignmentAct, 'propose'>

/** The consignment, held, for somebody who may do this to it in its state; to anybody else it is not there. */
export async function beginConsignment(
  tx: Tx,
  ctx: Ctx,
  act: OpenAct,
  id: ConsignmentId,
): Promise<Outcome<StoredConsignment, ConsignmentClosed>> {
  const known = await selectConsignment(tx, id)
  if (!known) throw new NotFound('No such consignment')
  requireAct(ctx.actor, consignmentActs[act], tiesOf(ctx.actor, known))
  const one = (await lockConsignment(tx, id))!
  return (
    (refuseStatus(consignmentActs[act], one.status) as ReturnType<typeof refuseStatus<typeof consignmentActs.sell, typeof one.status>>) ??
    done(one)
  )
}

/** The version of the contract that holds today. */
export async function termsToday(
  db: ReadDb,
  { now }: Pick<Ctx, 'now'>,
  id: ConsignmentId,
): Promise<StoredTerms | Refused<{ code: 'terms-missing'; day: string }>> {
  const day = dateInVietnam(now)
  return termsOn(await selectTerms(db, id), day) ?? refuse('terms-missing', { day })
}
export const isRefused = (
  terms: StoredTerms | Refused<{ code: 'terms-missing'; day: string }>,
): terms is Refused<{ code: 'terms-missing'; day: string }> => 'refusal' in terms

export const by = (ctx: Pick<Ctx, 'actor' | 'now'>) => ({ at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })

/** The event and the line of the audit trail. */
export async function recordConsignment(
  tx: Tx,
  ctx: Ctx,
  act: ConsignmentAct,
  { id, pointId, producerId }: Pick<StoredConsignment, 'id' | 'pointId' | 'producerId'>,
  detail?: Record<string, unknown>,
): Promise<void> {
  const row = consignmentActs[act] as NamedAct & typeof consignmentActs.sell
  const payload: ConsignmentMoved = { consignmentId: id, pointId, producerId }
  await record(tx, ctx, row, { subjectId: id, payload, ...(detail && { detail }) })
}

/** Whoever reads a consignment: both sides; to anybody else it is not there. */
export async function readable(ctx: Pick<Ctx, 'db' | 'actor'>, id: ConsignmentId): Promise<StoredConsignment> {
  const one = await selectConsignment(ctx.db, id)
  if (!one || sidesOf(ctx.actor, one).length === 0) throw new NotFound('No such consignment')
  return one
}
