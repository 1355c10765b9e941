import { createHash } from 'node:crypto'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile, Upload, UploadRefusal } from '@dacsan/platform/files'
import { consume } from '@dacsan/platform/rate-limit'
import { addWorkingDays, dateInVietnam, readTaxCode } from '@dacsan/vietnam'
import { findProducer, isInRegister, producerFile, refuseProducerKind, searchProducers } from '../catalogue/index.ts'
import type { ClaimableProducer, ProducerKind } from '../catalogue/index.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { actorId, actorName, record, requireAct, system, takeUpload } from '../identity/index.ts'
import { findCommune, holidays, ruleOn } from '../law/index.ts'
import { producerRequestActs, tiesOf } from './acts.ts'
import type { RequestKind } from './acts.ts'
import { limits } from './limits.ts'
import { insertRequest, insertStep, selectOpenChange, selectRequest } from './request.store.ts'
import type { NewRequest } from './request.store.ts'
import type { AskChangeRefusal, FileRefusal, TypedRefusal } from './rules/refusals.ts'
import type { ProducerRequestId } from './rules/ids.ts'
import type { AskChangeInput, FileRequestInput } from './inputs.ts'
import { secretOf } from './secret.ts'
import './topics.ts'

/** Minutes to wait before somebody at this address may send a form here again; 0 now. Asked before a file is read. */
export function mayTry({ db, now }: Pick<Ctx, 'db' | 'now'>, address: string): Promise<number> {
  return consume(db, now, { limit: limits.tries, address })
}

/** Producers of the register for whoever looks for its own: nothing that the public register does not tell. */
export const findOwn = (ctx: { db: ReadDb }, text: string): Promise<ClaimableProducer[]> => searchProducers(ctx, text)

/** A producer of the register, for the form of a claim; there is nothing to claim that the register does not show. */
export async function findClaimed(ctx: Pick<Ctx, 'db'>, idOrSlug: string) {
  const producer = await findProducer({ db: ctx.db, actor: system('joining') }, idOrSlug)
  if (!(await isInRegister(ctx.db, producer.id))) throw new NotFound('No such producer', { idOrSlug })
  const { id, slug, name, kind, place, products } = producer
  return { id, slug, name, kind, place, products: products.map((product) => ({ name: product.name, stars: product.stars })) }
}

export type Filed = { requestId: ProducerRequestId; code: string; secret: string }

/**
 * Takes what somebody asks for a producer, from anyone: the same form sent again is the same request. Who else asked for the same producer is
 * nobody's business here, and neither is whether it has an account already.
 */
export async function fileRequest(
  ctx: Ctx,
  input: FileRequestInput,
  upload: Upload | null,
  address: string,
): Promise<Outcome<Filed, FileRefusal>> {
  requireAct(ctx.actor, producerRequestActs.file)
  const requestKey = keyOf(input)
  const before = await selectRequest(ctx.db, 'request_key', requestKey)
  if (before) return done({ requestId: before.id, code: before.code, secret: secretOf(before) })
  const refused = await refuseTyped(ctx, input, { upload, needsPhone: true })
  if (refused) return refused
  const minutes = await consume(ctx.db, ctx.now, { limit: limits.filed, address })
  if (minutes > 0) return refuse('too-many-requests', { minutes })
  return keep(ctx, await placed(ctx, input), { upload, requestKey, act: 'file' })
}

/** The same by an officer of the commune, for somebody who has no telephone or cannot write: the paper with which the producer asked for it is the proof. */
export async function fileRequestFor(
  ctx: Ctx,
  input: FileRequestInput,
  upload: Upload | null,
): Promise<Outcome<Filed, Exclude<FileRefusal, { code: 'too-many-requests' }>>> {
  const wanted = await placed(ctx, input)
  requireAct(ctx.actor, producerRequestActs['file-for'], tiesOf(wanted))
  const requestKey = keyOf(input)
  const before = await selectRequest(ctx.db, 'request_key', requestKey)
  if (before) return done({ requestId: before.id, code: before.code, secret: secretOf(before) })
  const refused = await refuseTyped(ctx, input, { upload, needsPhone: false })
  if (refused) return refused
  return keep(ctx, wanted, { upload, requestKey, act: 'file-for' })
}

/** A producer that stands in the register asks to be called, to be or to lie otherwise; it is so once the commune or the office says yes. */
export async function askChange(
  ctx: Ctx,
  producerId: string,
  input: AskChangeInput,
  upload: Upload | null,
): Promise<Outcome<Filed, AskChangeRefusal>> {
  const within = { db: ctx.db, actor: system('joining') }
  const producer = await producerFile(within, producerId as never)
  requireAct(ctx.actor, producerRequestActs['ask-change'], { owner: producer.organisationId })
  const file: FileRequestInput = {
    ...input,
    producerId: producer.id,
    representative: producer.representative ?? actorName(ctx.actor),
    address: producer.address,
    phone: null,
    email: null,
    declared: true,
  }
  const requestKey = keyOf(file)
  const before = await selectRequest(ctx.db, 'request_key', requestKey)
  if (before) return done({ requestId: before.id, code: before.code, secret: secretOf(before) })
  const same = input.name === producer.name && input.kind === producer.kind && input.communeCode === producer.place.communeCode
  if (same && !input.taxCode && !input.registrationNo) return refuse('nothing-changes')
  const stoodBefore = async (db: ReadDb) => {
    const waiting = await selectOpenChange(db, producer.id)
    return waiting ? refuse('change-waits', { requestCode: waiting.code }) : null
  }
  const waiting = await stoodBefore(ctx.db)
  if (waiting) return waiting
  const refused = await refuseTyped(ctx, file, { upload, needsPhone: false, keepsNumbers: true })
  if (refused) return refused
  // It lies on the desk of the commune that knows the producer, also where it moves away.
  const deskCommuneCode = producer.place.communeCode ?? file.communeCode
  return keep(ctx, { ...file, deskCommuneCode, requestKind: 'change' }, { upload, requestKey, act: 'ask-change', stoodBefore })
}

type Wanted = FileRequestInput & { requestKind: RequestKind; deskCommuneCode: string }

/** A producer of the register stays where the register knows it; a stranger does not choose whose desk it lies on. */
async function placed(ctx: Pick<Ctx, 'db'>, input: FileRequestInput): Promise<Wanted> {
  if (input.producerId === null) return { ...input, requestKind: 'new', deskCommuneCode: input.communeCode }
  const { place } = await findClaimed(ctx, input.producerId)
  const communeCode = place.communeCode ?? input.communeCode
  return { ...input, requestKind: 'claim', communeCode, deskCommuneCode: communeCode }
}

type Keeping<More extends { code: string }> = {
  upload: Upload | null
  requestKey: string
  act: 'file' | 'file-for' | 'ask-change'
  /** What kept it from being written, where something may that came in the same moment. */
  stoodBefore?: (db: ReadDb) => Promise<Refused<More> | null>
}

async function keep<More extends { code: string } = never>(
  ctx: Ctx,
  input: Wanted,
  { upload, requestKey, act, stoodBefore }: Keeping<More>,
): Promise<Outcome<Filed, UploadRefusal | More>> {
  let paper: KeptFile | null = null
  if (upload) {
    const kept = await takeUpload(ctx, upload, ['photo', 'paper'])
    if (!kept.ok) return kept
    paper = kept.value
  }
  const dueOn = await dueOf(ctx)
  return inTransaction(ctx, async (tx) => {
    const by = actorId(ctx.actor)
    const id = ctx.newId('jrq')
    const { [act]: row } = producerRequestActs
    if (paper) await recordFile(tx, paper, { by, at: ctx.now })
    const request: NewRequest = {
      id,
      code: newRequestCode(),
      kind: input.requestKind,
      status: row.to,
      producerId: input.producerId,
      name: input.name,
      producerKind: input.kind,
      taxCode: numberOf(input.taxCode),
      registrationNo: input.registrationNo,
      representative: input.representative,
      communeCode: input.communeCode,
      deskCommuneCode: input.deskCommuneCode,
      address: input.address,
      phone: input.phone,
      email: input.email,
      note: input.note,
      paperHash: paper?.hash ?? null,
      paperName: paper?.originalName ?? null,
      filedById: by,
      filedByName: by === null ? null : actorName(ctx.actor),
      onBehalf: act === 'file-for',
      requestKey,
      receivedAt: ctx.now,
      dueOn,
    }
    if (!(await insertRequest(tx, request))) {
      const same = await selectRequest(tx, 'request_key', requestKey)
      if (same) return done({ requestId: same.id, code: same.code, secret: secretOf(same) })
      const refused = await stoodBefore?.(tx)
      if (refused) return refused
      throw new Error('a request was not kept, and no other is there')
    }
    await insertStep(tx, id, { at: ctx.now, act, byName: by === null ? input.representative : actorName(ctx.actor), words: null })
    const { code, kind, deskCommuneCode: communeCode, producerId } = request
    await record(tx, ctx, row, { subjectId: id, payload: { requestId: id, code, kind, communeCode, producerId, userId: null } })
    return done({ requestId: id, code, secret: secretOf({ requestKey }) })
  })
}

/** Until when the commune answers, by the rule of the day. */
export async function dueOf({ db, now }: { db: ReadDb; now: Date }): Promise<string> {
  const today = dateInVietnam(now)
  const { value: days } = await ruleOn(db, 'producer.request-working-days', today)
  return addWorkingDays(today, days, holidays())
}

/** What is wrong with what was typed, before a file is kept: whoever is refused fills no disk. */
async function refuseTyped(
  ctx: Pick<Ctx, 'db' | 'now'>,
  input: Pick<FileRequestInput, 'communeCode' | 'kind' | 'taxCode' | 'registrationNo' | 'phone'>,
  { upload, needsPhone, keepsNumbers = false }: { upload: Upload | null; needsPhone: boolean; keepsNumbers?: boolean },
): Promise<Refused<TypedRefusal> | null> {
  if (!(await findCommune(ctx.db, input.communeCode))) return refuse('unknown-commune')
  const taxCode = input.taxCode === null ? null : readTaxCode(input.taxCode)
  if (taxCode && !taxCode.ok) return taxCode
  const kind: ProducerKind = input.kind
  const notAllowed = await refuseProducerKind(ctx, { ...input, kind }, { judgesNumbers: !keepsNumbers })
  if (notAllowed) return notAllowed
  if (needsPhone && input.phone === null) return refuse('no-way-to-reach')
  return upload === null ? refuse('paper-missing') : null
}

/** The digits alone: a tax code that was read is written one way. */
function numberOf(typed: string | null): string | null {
  const read = typed === null ? null : readTaxCode(typed)
  return read?.ok ? read.value.code : typed
}

/** A page may be shown again from memory with its old key: other words under the same key are another request, not a repetition. */
function keyOf({ requestKey, ...typed }: FileRequestInput): string {
  return createHash('sha256')
    .update(JSON.stringify([requestKey, typed]))
    .digest('base64url')
}

/** The code of a request or of a transfer, as its receipt shows it. */
export function newRequestCode(): string {
  const symbols = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
  return `CT-${symbols.slice(0, 5)}-${symbols.slice(5, 10)}`
}
