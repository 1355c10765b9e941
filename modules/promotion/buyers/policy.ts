import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, hasRole, record, requireAct, requireRole } from '../../identity/index.ts'
import { organisationsOf } from '../../identity/rules.ts'
import type { Actor, Ties } from '../../identity/rules.ts'
import { enquiryActs, relationActs, sessionActs } from './acts.ts'
import type { EnquiryAct, RelationAct, SessionAct } from './acts.ts'
import { lockEnquiry, selectEnquiry } from './enquiry.store.ts'
import type { StoredEnquiry } from './enquiry.store.ts'
import { lockRelation, selectRelation } from './relation.store.ts'
import type { StoredRelation } from './relation.store.ts'
import type { EnquiryId, MatchingSessionId, RelationId } from './rules/ids.ts'
import type { EnquiryClosed, RelationEnded, SessionClosed } from './rules/refusals.ts'
import type { Side } from './rules/stages.ts'
import { lockSession } from './session.store.ts'
import type { StoredSession } from './session.store.ts'

/** The department that brings buyers and producers together. */
export const requireOffice = (actor: Actor) => requireRole(actor, 'trade-department')
export const isOffice = (actor: Actor): boolean => hasRole(actor, 'trade-department')

type Parties = Pick<StoredRelation, 'producerOrganisationId' | 'buyerOrganisationId'>

/** For whose side somebody speaks; null for a stranger. Whoever might be both speaks for the producer. */
export function sideOf(actor: Actor, { producerOrganisationId, buyerOrganisationId }: Parties): Side | null {
  if (producerOrganisationId !== null && organisationsOf(actor, 'producer').includes(producerOrganisationId)) return 'producer'
  if (buyerOrganisationId !== null && organisationsOf(actor, 'trade-office').includes(buyerOrganisationId)) return 'buyer'
  return isOffice(actor) ? 'office' : null
}

/** Two organisations are tied to a relation: the producer owns it, the trade office that asked is given it. */
export const tiesOfRelation = (actor: Actor, one: Parties): Ties => ({
  owner: one.producerOrganisationId,
  assigned: actor.kind === 'person' && sideOf(actor, one) === 'buyer' ? { userId: actor.userId } : null,
})
export const tiesOfEnquiry = ({ organisationId }: Pick<StoredEnquiry, 'organisationId'>): Ties => ({ owner: organisationId })

/** Whether somebody reads an enquiry as an office does: the department, and the trade office that asked. */
export const readsEnquiry = (actor: Actor, { organisationId }: Pick<StoredEnquiry, 'organisationId'>): boolean =>
  isOffice(actor) || (organisationId !== null && organisationsOf(actor, 'trade-office').includes(organisationId))

export async function beginEnquiry(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<EnquiryAct, 'ask'>,
  id: EnquiryId,
): Promise<Outcome<StoredEnquiry, EnquiryClosed>> {
  const known = await selectEnquiry(tx, id)
  if (!known) throw new NotFound('No such enquiry')
  requireAct(ctx.actor, enquiryActs[act], tiesOfEnquiry(known))
  const one = (await lockEnquiry(tx, id))!
  return (
    (refuseStatus(enquiryActs[act], one.status) as ReturnType<typeof refuseStatus<typeof enquiryActs.close, typeof one.status>>) ??
    done(one)
  )
}

/** The relation, held, for somebody who may do this to it at its step; to anybody else it is not there. */
export async function beginRelation(
  tx: Tx,
  ctx: Ctx,
  act: RelationAct,
  id: RelationId,
  { link = false } = {},
): Promise<Outcome<{ one: StoredRelation; side: Side }, RelationEnded>> {
  const known = await selectRelation(tx, id)
  if (!known) throw new NotFound('No such relation')
  requireAct(ctx.actor, relationActs[act], { ...tiesOfRelation(ctx.actor, known), link })
  const one = (await lockRelation(tx, id))!
  const refused = refuseStatus(relationActs[act], one.stage) as ReturnType<
    typeof refuseStatus<typeof relationActs.advance, typeof one.stage>
  >
  return refused ?? done({ one, side: link ? 'buyer' : (sideOf(ctx.actor, one) ?? 'office') })
}

export async function beginSession(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<SessionAct, 'plan'>,
  id: MatchingSessionId,
): Promise<Outcome<StoredSession, SessionClosed>> {
  requireAct(ctx.actor, sessionActs[act])
  const one = await lockSession(tx, id)
  if (!one) throw new NotFound('No such session')
  return (
    (refuseStatus(sessionActs[act], one.status) as ReturnType<typeof refuseStatus<typeof sessionActs.move, typeof one.status>>) ?? done(one)
  )
}

export const madeBy = (ctx: Pick<Ctx, 'actor' | 'now'>) => ({ at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })

export async function recordEnquiry(
  tx: Tx,
  ctx: Ctx,
  act: EnquiryAct,
  { id, code }: Pick<StoredEnquiry, 'id' | 'code'>,
  detail?: Record<string, unknown>,
): Promise<void> {
  const row = enquiryActs[act] as NamedAct & typeof enquiryActs.close
  await record(tx, ctx, row, { subjectId: id, payload: { enquiryId: id, code }, ...(detail && { detail }) })
}

export async function recordRelation(
  tx: Tx,
  ctx: Ctx,
  act: RelationAct,
  { id, enquiryId, producerId }: Pick<StoredRelation, 'id' | 'enquiryId' | 'producerId'>,
  detail?: Record<string, unknown>,
): Promise<void> {
  const row = relationActs[act] as NamedAct & typeof relationActs.advance
  await record(tx, ctx, row, { subjectId: id, payload: { relationId: id, enquiryId, producerId }, ...(detail && { detail }) })
}

export async function recordSession(
  tx: Tx,
  ctx: Ctx,
  act: SessionAct,
  { id, name }: Pick<StoredSession, 'id' | 'name'>,
  detail?: Record<string, unknown>,
): Promise<void> {
  const row = sessionActs[act] as NamedAct & typeof sessionActs.move
  await record(tx, ctx, row, { subjectId: id, payload: { sessionId: id, name }, ...(detail && { detail }) })
}
