import { timingSafeEqual } from 'node:crypto'
import { NotFound, done, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { May, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile, Upload } from '@dacsan/platform/files'
import { consume, refund } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { actorId, grantsOf, record, requireAct, takeUpload } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import type { LegalSource } from '../law/index.ts'
import { producerRequestActs, tiesOf } from './acts.ts'
import type { RequestAct, RequestKind, RequestStatus } from './acts.ts'
import { dueOf } from './file-request.ts'
import { limits } from './limits.ts'
import { insertStep, lockRequestAlone, selectRequest, updateDecided, updateSupplemented } from './request.store.ts'
import type { StoredRequest } from './request.store.ts'
import type { LookUpRefusal, SupplementRefusal } from './rules/refusals.ts'
import { readRequestCode } from './rules/request.ts'
import { secretOf } from './secret.ts'
import './topics.ts'

/** How far a request is, for whoever holds its link: what was typed comes back, and nothing of who decides or of who else asked. */
export type RequestProgress = {
  code: string
  kind: RequestKind
  status: RequestStatus
  name: string
  commune: string
  representative: string
  receivedAt: Date
  dueOn: string
  answer: string | null
  decidedAt: Date | null
  rule: LegalSource & { workingDays: number }
  may: Pick<May<typeof producerRequestActs, RequestStatus>, 'supplement' | 'withdraw'>
}

const isSecret = (request: StoredRequest, given: string): boolean => {
  const [own, other] = [Buffer.from(secretOf(request)), Buffer.from(given)]
  return own.length === other.length && timingSafeEqual(own, other)
}

/** Whoever has no link learns nothing, not even whether there is such a request. */
async function found(db: ReadDb, code: string): Promise<StoredRequest> {
  const request = await selectRequest(db, 'code', readRequestCode(code) ?? '')
  if (!request) throw new NotFound('No such producer-request')
  return request
}

export async function followRequest(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>, code: string, secret: string): Promise<RequestProgress> {
  const request = await found(ctx.db, code)
  if (!isSecret(request, secret)) throw new NotFound('No such producer-request')
  const { value: workingDays, ...rule } = await ruleOn(ctx.db, 'producer.request-working-days', dateInVietnam(request.receivedAt))
  const { supplement, withdraw } = mayOf(producerRequestActs, request.status, grantsOf(ctx.actor, tiesOf(request, { link: true })))
  const { kind, status, name, commune, representative, receivedAt, dueOn, answer, decidedAt } = request
  const shown = { code: request.code, kind, status, name, commune, representative, receivedAt, dueOn, decidedAt }
  const said: readonly RequestStatus[] = ['asked', 'refused', 'taken-back']
  return { ...shown, answer: said.includes(status) ? answer : null, rule: { ...rule, workingDays }, may: { supplement, withdraw } }
}

/** The link again for somebody who knows the code and the telephone number that was given. */
export async function lookUpRequest(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { code, phone }: { code: string; phone: string },
  address: string,
): Promise<Outcome<{ code: string; secret: string }, LookUpRefusal>> {
  // However it is typed, it is one request: a space more is no new try.
  const read = readRequestCode(code)
  const counts = [
    { limit: limits.lookUps, address },
    { limit: limits.lookUpsOfOne, subject: read ?? code },
  ]
  const minutes = await consume(ctx.db, ctx.now, ...counts)
  if (minutes > 0) return refuse('too-many-requests', { minutes })
  const request = await selectRequest(ctx.db, 'code', read ?? '')
  if (!request || request.phone === null || request.phone !== phone) return refuse('request-unknown')
  await refund(ctx.db, ...counts)
  return done({ code: request.code, secret: secretOf(request) })
}

/** Gives what the commune asked for: words, another paper, or both. */
export async function supplementRequest(
  ctx: Ctx,
  { code, secret, note }: { code: string; secret: string; note: string | null },
  upload: Upload | null,
  address: string,
): Promise<Outcome<null, SupplementRefusal>> {
  const act = producerRequestActs.supplement
  const before = await found(ctx.db, code)
  requireAct(ctx.actor, act, tiesOf(before, { link: isSecret(before, secret) }))
  const early = refuseStatus(act, before.status)
  if (early) return early
  if (note === null && upload === null) return refuse('nothing-added')
  const minutes = await consume(ctx.db, ctx.now, { limit: limits.filed, address })
  if (minutes > 0) return refuse('too-many-requests', { minutes })
  let paper: KeptFile | null = null
  if (upload) {
    const kept = await takeUpload(ctx, upload, ['photo', 'paper'])
    if (!kept.ok) return kept
    paper = kept.value
  }
  const dueOn = await dueOf(ctx)
  return inTransaction(ctx, async (tx) => {
    const request = (await lockRequestAlone(tx, before.id))!
    const closed = refuseStatus(act, request.status)
    if (closed) return closed
    if (paper) await recordFile(tx, paper, { by: actorId(ctx.actor), at: ctx.now })
    const file = paper && { hash: paper.hash, name: paper.originalName }
    await updateSupplemented(tx, request.id, { status: act.to, note, paper: file, dueOn })
    await step(tx, ctx, request, 'supplement', note)
    return done(null)
  })
}

/** Whoever filed it wants it no more. */
export async function withdrawRequest(
  ctx: Ctx,
  { code, secret }: { code: string; secret: string },
): Promise<Outcome<null, { code: 'wrong-status'; status: RequestStatus }>> {
  const act = producerRequestActs.withdraw
  return inTransaction(ctx, async (tx) => {
    const request = (await lockRequestAlone(tx, (await found(tx, code)).id))!
    requireAct(ctx.actor, act, tiesOf(request, { link: isSecret(request, secret) }))
    const closed = refuseStatus(act, request.status)
    if (closed) return closed
    await updateDecided(tx, request.id, { status: act.to, at: ctx.now, byId: actorId(ctx.actor), byName: request.representative })
    await step(tx, ctx, request, 'withdraw', null)
    return done(null)
  })
}

async function step(
  tx: Parameters<typeof insertStep>[0],
  ctx: Ctx,
  request: StoredRequest,
  act: RequestAct & ('supplement' | 'withdraw'),
  words: string | null,
) {
  await insertStep(tx, request.id, { at: ctx.now, act, byName: request.representative, words })
  const { id, code, kind, deskCommuneCode: communeCode, producerId, userId } = request
  const payload = { requestId: id, code, kind, communeCode, producerId, userId }
  await record(tx, ctx, producerRequestActs[act], { subjectId: id, payload })
}
