import { createHash, randomBytes } from 'node:crypto'
import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { consume, refund } from '@dacsan/platform/rate-limit'
import { changeProducer, holdProducer } from '../catalogue/index.ts'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import {
  acceptInvitation,
  actorId,
  actorName,
  firstInvitationHours,
  isLoginKnown,
  judgePassword,
  openProducerAccount,
  producersAt,
  record,
  requireAct,
} from '../identity/index.ts'
import type { SignedIn, SignInRequest } from '../identity/index.ts'
import { permits } from '../identity/rules.ts'
import { producerRequestActs, tiesOf } from './acts.ts'
import type { RequestAct } from './acts.ts'
import type { PrintSlipInput, UseSlipInput } from './inputs.ts'
import { limits } from './limits.ts'
import { insertStep, lockRequest, lockRequestAlone, selectBefore, selectRequest, updateBefore, updateUser } from './request.store.ts'
import type { StoredRequest } from './request.store.ts'
import type { PrintSlipRefusal, SlipClosed, UseSlipRefusal } from './rules/refusals.ts'
import { insertSlip, lockSlip, selectSlip, selectSlips, updateSlipUsed } from './slip.store.ts'
import type { StoredSlip } from './slip.store.ts'

/** The secret stands in the address alone. */
export type ProducerSlip = { secret: string; until: Date }

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Whether somebody is to take this producer over with a paper: an officer filed for them, and nobody has an account by it. */
export const awaitsHolder = ({ onBehalf, kind, status, organisationId, userId }: StoredRequest): boolean =>
  onBehalf && kind !== 'change' && status === producerRequestActs.confirm.to && organisationId !== null && userId === null

/** Makes the paper, within an act whose actor was judged before; the one before it is worth nothing from here on. */
export async function makeSlip(tx: Tx, ctx: Ctx, request: StoredRequest): Promise<ProducerSlip> {
  const secret = randomBytes(24).toString('base64url')
  const until = new Date(ctx.now.getTime() + (await firstInvitationHours(tx, ctx.now)) * 3_600_000)
  const by = { byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
  await insertSlip(tx, { id: ctx.newId('psl'), requestId: request.id, digest: digestOf(secret), until, at: ctx.now, ...by })
  await note(tx, ctx, 'print-slip', request, actorName(ctx.actor))
  return { secret, until }
}

async function note(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  act: RequestAct & ('print-slip' | 'use-slip'),
  request: StoredRequest,
  byName: string,
) {
  const { id, code, kind, deskCommuneCode: communeCode, producerId, userId } = request
  await insertStep(tx, id, { at: ctx.now, act, byName, words: null })
  await record(tx, ctx, producerRequestActs[act], {
    subjectId: id,
    payload: { requestId: id, code, kind, communeCode, producerId, userId },
  })
}

/** The paper was lost, or it ran out: a new one, and the old one opens nothing any more. */
export async function printSlip(ctx: Ctx, { requestId, version }: PrintSlipInput): Promise<Outcome<ProducerSlip, PrintSlipRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (!request) throw new NotFound('No such producer-request')
    requireAct(ctx.actor, producerRequestActs['print-slip'], tiesOf(request))
    const closed = refuseStatus(producerRequestActs['print-slip'], request.status)
    if (closed) return closed
    if (request.version !== version) return refuse('changed-elsewhere')
    if (!awaitsHolder(request)) return refuse('holder-has-account')
    const people = await producersAt(tx, ctx.now, request.organisationId!)
    if (people.length > 0) return refuse('holder-has-account')
    return done(await makeSlip(tx, ctx, request))
  })
}

export type SlipState = 'open' | 'used' | 'replaced' | 'expired'
export type SlipView = Pick<StoredSlip, 'madeAt' | 'madeByName' | 'until'> & { state: SlipState }

const stateOf = ({ usedAt, replacedAt, until }: StoredSlip, now: Date): SlipState => {
  if (usedAt) return 'used'
  if (replacedAt) return 'replaced'
  return until <= now ? 'expired' : 'open'
}

/** The papers of a request, the latest first, for whoever may print one. */
export async function slipsOf({ db, now }: { db: ReadDb; now: Date }, request: StoredRequest): Promise<SlipView[]> {
  const slips = await selectSlips(db, request.id)
  return slips.map((slip) => ({ madeAt: slip.madeAt, madeByName: slip.madeByName, until: slip.until, state: stateOf(slip, now) }))
}

function refuseSlip(slip: StoredSlip | undefined, now: Date): Refused<SlipClosed> | null {
  const state = slip ? stateOf(slip, now) : 'expired'
  return state === 'open' ? null : refuse('slip-closed', { state })
}

/** What is printed, for whoever was just shown the secret and may print it. */
export async function findProducerSlips(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, secrets: readonly string[]) {
  const found = []
  for (const secret of secrets.slice(0, 100)) {
    const slip = await selectSlip(ctx.db, digestOf(secret))
    const request = slip && !refuseSlip(slip, ctx.now) && (await selectRequest(ctx.db, 'id', slip.requestId))
    if (!request || !permits(producerRequestActs['print-slip'].by, ctx.actor, tiesOf(request))) continue
    found.push({ secret, name: request.representative, producer: request.name, madeByName: slip.madeByName, until: slip.until })
  }
  return found
}

/** What the page says to whoever has the paper. */
export async function findSlip({ db, now }: Pick<SignInRequest, 'db' | 'now'>, secret: string) {
  const slip = await selectSlip(db, digestOf(secret))
  const request = slip && (await selectRequest(db, 'id', slip.requestId))
  if (!slip || !request) throw new NotFound('No such slip')
  const { representative, name, commune } = request
  const closed = refuseSlip(slip, now) ?? (awaitsHolder(request) ? null : refuse('slip-closed', { state: 'used' as const }))
  return {
    representative,
    name,
    commune,
    madeByName: slip.madeByName,
    madeAt: slip.madeAt,
    until: slip.until,
    closed: closed?.refusal ?? null,
  }
}

/**
 * Whoever has the paper types the own number and a password: the account is made and works for the producer, and the paper is used up. A number that is
 * the login of somebody already gets no role by somebody else's paper. Null: the password is set, and signing in must wait.
 */
export async function useSlip(
  request: SignInRequest,
  secret: string,
  { phone, email, password }: UseSlipInput,
): Promise<Outcome<SignedIn | null, UseSlipRefusal>> {
  const act = producerRequestActs['use-slip']
  const { db, now, actor, address } = request
  const digest = digestOf(secret)
  const before = await selectSlip(db, digest)
  const asked = before && (await selectRequest(db, 'id', before.requestId))
  requireAct(actor, act, { link: asked !== undefined })
  if (!asked) return refuse('slip-closed', { state: 'expired' as const })
  const early = refuseStatus(act, asked.status) ?? refuseSlip(before, now)
  if (early) return early
  if (phone === null && email === null) return refuse('no-way-to-reach')
  const weak = judgePassword(password, { name: asked.representative, email, phone })
  if (weak) return weak
  const count = { limit: limits.tries, address }
  const minutes = await consume(db, now, count)
  if (minutes > 0) return refuse('too-many-requests', { minutes })
  const ctx = { actor, now, newId }
  const opened = await inTransaction({ db }, async (tx) => {
    const held = (await lockRequestAlone(tx, asked.id))!
    const slip = await lockSlip(tx, digest)
    const closed = refuseStatus(act, held.status) ?? refuseSlip(slip, now)
    if (closed) return closed
    if (!slip || !awaitsHolder(held) || held.producerId === null) return refuse('slip-closed', { state: 'used' as const })
    if (await isLoginKnown(tx, { phone, email })) return refuse('login-known')
    const account = await openProducerAccount(tx, ctx, held.organisationId!, { name: held.representative, phone, email })
    if (!account.ok || !account.value.invitation) throw new Error('an account that nobody had was not opened')
    const { userId, invitation } = account.value
    await updateSlipUsed(tx, slip.id, now)
    await updateUser(tx, held.id, { userId, phone, email })
    const { before: stood } = await changeProducer(tx, ctx, await holdProducer(tx, held.producerId), {
      ...(phone && { phone }),
      ...(email && { email }),
    })
    const kept = await selectBefore(tx, held)
    await updateBefore(tx, held.id, { ...(kept ?? { ...stood, ended: [] }), hadRole: false })
    await note(tx, ctx, 'use-slip', { ...held, userId }, held.representative)
    return done(invitation)
  })
  if (!opened.ok) return opened
  await refund(db, count)
  const accepted = await acceptInvitation(request, opened.value.secret, { password })
  return accepted.ok ? accepted : done(null)
}
