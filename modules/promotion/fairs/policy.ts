import { Forbidden, NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, hasRole, record, requireAct, requireRole } from '../../identity/index.ts'
import { grantsOf } from '../../identity/rules.ts'
import type { Actor } from '../../identity/rules.ts'
import { fairActs, fairApplicationActs, tiesOfApplication } from './acts.ts'
import type { ApplicationAct, ApplicationMoved, FairAct, FairMoved } from './acts.ts'
import { insertStep, lockApplication, selectApplication } from './application.store.ts'
import type { StoredApplication } from './application.store.ts'
import { lockFair } from './fair.store.ts'
import type { StoredFair } from './fair.store.ts'
import type { FairApplicationId, FairId } from './rules/ids.ts'
import type { ApplicationClosed, FairClosed } from './rules/refusals.ts'

/** The department that leads fairs. */
export const requireOffice = (actor: Actor) => requireRole(actor, 'trade-department')

/** The producer whom somebody works for. */
export async function ownProducer(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return producer
}

/** Whether somebody reads an application: who made it, and the department. */
export const mayRead = (actor: Actor, one: Pick<StoredApplication, 'organisationId'>): boolean =>
  hasRole(actor, 'trade-department') ||
  grantsOf(actor, tiesOfApplication(one)).some(({ party, tie }) => party === 'producer' && tie === 'owner')

type OpenFairAct = Exclude<FairAct, 'create'>

/** The fair, held, for somebody who may do this to it in its state. */
export async function beginFair(tx: Tx, ctx: Ctx, act: OpenFairAct, id: FairId): Promise<Outcome<StoredFair, FairClosed>> {
  requireAct(ctx.actor, fairActs[act])
  const fair = await lockFair(tx, id)
  if (!fair) throw new NotFound('No such fair')
  return (
    (refuseStatus(fairActs[act], fair.status) as ReturnType<typeof refuseStatus<typeof fairActs.open, typeof fair.status>>) ?? done(fair)
  )
}

export const movedOfFair = ({ id, name }: Pick<StoredFair, 'id' | 'name'>): FairMoved => ({ fairId: id, name })

/** The event and the line of the audit trail. */
export async function recordFair(tx: Tx, ctx: Ctx, act: FairAct, fair: Pick<StoredFair, 'id' | 'name'>, detail?: Record<string, unknown>) {
  const row = fairActs[act] as NamedAct & typeof fairActs.open
  await record(tx, ctx, row, { subjectId: fair.id, payload: movedOfFair(fair), ...(detail && { detail }) })
}

type OpenAct = Exclude<ApplicationAct, 'apply'>
export type Begun = { fair: StoredFair; one: StoredApplication }

/** The application with its fair, both held, for somebody who may do this to it in its state; to anybody else it is not there. */
export async function beginApplication(tx: Tx, ctx: Ctx, act: OpenAct, id: FairApplicationId): Promise<Outcome<Begun, ApplicationClosed>> {
  const known = await selectApplication(tx, id)
  if (!known) throw new NotFound('No such application')
  requireAct(ctx.actor, fairApplicationActs[act], tiesOfApplication(known))
  const fair = (await lockFair(tx, known.fairId))!
  const one = (await lockApplication(tx, id))!
  return (
    (refuseStatus(fairApplicationActs[act], one.status) as ReturnType<
      typeof refuseStatus<typeof fairApplicationActs.change, typeof one.status>
    >) ?? done({ fair, one })
  )
}

const movedOf = ({ id, fairId, producerId }: Pick<StoredApplication, 'id' | 'fairId' | 'producerId'>): ApplicationMoved => ({
  applicationId: id,
  fairId,
  producerId,
})

/** A line of the application, the event and the line of the audit trail. */
export async function recordStep(
  tx: Tx,
  ctx: Ctx,
  act: ApplicationAct,
  one: Pick<StoredApplication, 'id' | 'fairId' | 'producerId'>,
  words = '',
): Promise<void> {
  await insertStep(tx, { applicationId: one.id, step: act, words, at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
  const row = fairApplicationActs[act] as NamedAct & typeof fairApplicationActs.change
  await record(tx, ctx, row, { subjectId: one.id, payload: movedOf(one) })
}
