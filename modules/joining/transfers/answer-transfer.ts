import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { lockProduct, transferProduct } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, producersAt, record, requireAct, takeUpload } from '../../identity/index.ts'
import type { OrganisationId, Ties, UserId } from '../../identity/rules.ts'
import { productTransferActs } from '../acts.ts'
import type { TransferAct, TransferMoved, TransferStatus } from '../acts.ts'
import { dueOf } from '../file-request.ts'
import type { ProductTransferId } from '../rules/ids.ts'
import type {
  AgreeOnPaperRefusal,
  AnswerTransferRefusal,
  CheckTransferRefusal,
  ConfirmTransferRefusal,
  SupplementTransferRefusal,
} from '../rules/refusals.ts'
import { partiesOf, refuseTransfer } from './judge-transfer.ts'
import { insertTransferStep, lockTransfer, selectTransfer, updateTransfer } from './transfer.store.ts'
import type { StoredTransfer, TransferChange } from './transfer.store.ts'

type Seen = { transferId: ProductTransferId; version: number }
type AnsweringAct = Exclude<TransferAct, 'file'>
type WrongStatus = { code: 'wrong-transfer-status'; status: TransferStatus }

/** The acts of the side that asked; those of the other side; all others are of the offices. */
const ofAsker: readonly TransferAct[] = ['supplement', 'withdraw']
const ofOther: readonly TransferAct[] = ['agree', 'decline']

const askerOf = ({ askedBy, fromOrganisationId, toOrganisationId }: StoredTransfer): OrganisationId | null =>
  askedBy === 'from' ? fromOrganisationId : toOrganisationId
const otherOf = ({ askedBy, fromOrganisationId, toOrganisationId }: StoredTransfer): OrganisationId | null =>
  askedBy === 'from' ? toOrganisationId : fromOrganisationId

/** What people are tied to a transfer by, for one act: the side whose act it is, and the commune on whose desk it lies. */
export const tiesOfTransfer = (transfer: StoredTransfer, act: TransferAct): Ties => ({
  owner: ofAsker.includes(act) ? askerOf(transfer) : ofOther.includes(act) ? otherOf(transfer) : null,
  commune: transfer.deskCommuneCode,
})

/** The people of the other side who could agree by themselves. */
export const otherPeople = async (db: Tx, now: Date, transfer: StoredTransfer) => {
  const organisationId = otherOf(transfer)
  return organisationId === null ? [] : producersAt(db, now, organisationId)
}

const payloadOf = ({ id, code, productId, fromId, toId, deskCommuneCode }: StoredTransfer): TransferMoved => ({
  transferId: id,
  code,
  productId,
  fromId,
  toId,
  communeCode: deskCommuneCode,
})

/** The transfer, held, for somebody who may do this to it in its state; to anybody else it is not there. */
async function begin(tx: Tx, ctx: Ctx, act: AnsweringAct, transferId: ProductTransferId): Promise<Outcome<StoredTransfer, WrongStatus>> {
  const transfer = await lockTransfer(tx, transferId)
  if (!transfer) throw new NotFound('No such product-transfer')
  requireAct(ctx.actor, productTransferActs[act], tiesOfTransfer(transfer, act))
  const closed = refuseStatus(productTransferActs[act], transfer.status)
  return closed ?? done(transfer)
}

const changed = (transfer: StoredTransfer, { version }: Seen): Refused<{ code: 'changed-elsewhere' }> | null =>
  transfer.version === version ? null : refuse('changed-elsewhere')

type Settled = Omit<TransferChange, 'status' | 'decided'> & { words?: string | null; paper?: { hash: string; name: string } | null }

/** Writes down what was done: the state, the step that the history shows, the event and the trail. */
async function settle(tx: Tx, ctx: Ctx, act: AnsweringAct, transfer: StoredTransfer, given: Settled = {}): Promise<void> {
  const { words = null, paper = null, ...change } = given
  const row = productTransferActs[act]
  const byId = actorId(ctx.actor)
  const byName = actorName(ctx.actor)
  await updateTransfer(tx, transfer.id, {
    waitsSince: ctx.now,
    ...change,
    status: row.to,
    decided: { at: ctx.now, byId, byName },
  })
  await insertTransferStep(tx, transfer.id, { at: ctx.now, act, byId, byName, words, paper })
  await record(tx, ctx, row, { subjectId: transfer.id, payload: payloadOf(transfer) })
}

/** The other side agrees, at its own desk; from here on the commune's days count. */
export async function agreeToTransfer(ctx: Ctx, input: Seen): Promise<Outcome<null, AnswerTransferRefusal>> {
  const dueOn = await dueOf(ctx)
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'agree', input.transferId)
    if (!begun.ok) return begun
    const elsewhere = changed(begun.value, input)
    if (elsewhere) return elsewhere
    await settle(tx, ctx, 'agree', begun.value, { dueOn })
    return done(null)
  })
}

/** The other side has no account: an officer has its consent on paper, and says which. */
export async function agreeOnPaper(ctx: Ctx, { words, ...input }: Seen & { words: string }): Promise<Outcome<null, AgreeOnPaperRefusal>> {
  const dueOn = await dueOf(ctx)
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'agree-on-paper', input.transferId)
    if (!begun.ok) return begun
    const elsewhere = changed(begun.value, input)
    if (elsewhere) return elsewhere
    const people = await otherPeople(tx, ctx.now, begun.value)
    if (people.length > 0) return refuse('other-side-has-account', { names: people.map(({ name }) => name) })
    await settle(tx, ctx, 'agree-on-paper', begun.value, { words, dueOn, attestedById: actorId(ctx.actor) })
    return done(null)
  })
}

const saying =
  (act: 'decline' | 'ask' | 'refuse') =>
  (ctx: Ctx, { words, ...input }: Seen & { words: string }): Promise<Outcome<null, AnswerTransferRefusal>> =>
    inTransaction(ctx, async (tx) => {
      const begun = await begin(tx, ctx, act, input.transferId)
      if (!begun.ok) return begun
      const elsewhere = changed(begun.value, input)
      if (elsewhere) return elsewhere
      await settle(tx, ctx, act, begun.value, { words, answer: words, ...(act === 'ask' && { dueOn: null }) })
      return done(null)
    })

/** The other side does not want it, and says why. */
export const declineTransfer = saying('decline')
/** The commune or the office asks whoever asked for it for more. */
export const askMoreOfTransfer = saying('ask')
/** The commune or the office says no, and why. */
export const refuseProductTransfer = saying('refuse')

/** Whoever asked for it wants it no more. */
export async function withdrawTransfer(ctx: Ctx, { transferId }: { transferId: ProductTransferId }): Promise<Outcome<null, WrongStatus>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'withdraw', transferId)
    if (!begun.ok) return begun
    await settle(tx, ctx, 'withdraw', begun.value)
    return done(null)
  })
}

/** What the commune asked for: words, one more paper, or both. */
export async function supplementTransfer(
  ctx: Ctx,
  { transferId, note }: { transferId: ProductTransferId; note: string | null },
  upload: Upload | null,
): Promise<Outcome<null, SupplementTransferRefusal>> {
  const act = productTransferActs.supplement
  const before = await selectTransfer(ctx.db, 'id', transferId)
  if (!before) throw new NotFound('No such product-transfer')
  requireAct(ctx.actor, act, tiesOfTransfer(before, 'supplement'))
  const early = refuseStatus(act, before.status)
  if (early) return early
  if (note === null && upload === null) return refuse('nothing-added')
  const kept = upload && (await takeUpload(ctx, upload, ['photo', 'paper']))
  if (kept && !kept.ok) return kept
  const dueOn = await dueOf(ctx)
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'supplement', transferId)
    if (!begun.ok) return begun
    if (kept) await recordFile(tx, kept.value, { by: actorId(ctx.actor), at: ctx.now })
    const paper = kept && { hash: kept.value.hash, name: kept.value.originalName }
    await settle(tx, ctx, 'supplement', begun.value, { words: note, paper, dueOn, checkedById: null })
    return done(null)
  })
}

/** The commune has read the paper and knows both: the office of the province decides. */
export async function checkTransfer(ctx: Ctx, input: Seen): Promise<Outcome<null, CheckTransferRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'check', input.transferId)
    if (!begun.ok) return begun
    const transfer = begun.value
    const elsewhere = changed(transfer, input)
    if (elsewhere) return elsewhere
    const refused = await refuseTransfer({ db: tx, now: ctx.now }, await partiesOf(tx, transfer), { judgesNumbers: true })
    if (refused) return refused
    await settle(tx, ctx, 'check', transfer, { checkedById: actorId(ctx.actor) })
    return done(null)
  })
}

/**
 * The office of the province says yes: from here on the product is the new producer's, and whoever had it may do nothing to it any more. What was made
 * before stays with whoever made it. Whoever vouched for the paper or for the commune does not confirm it as well.
 */
export async function confirmTransfer(ctx: Ctx, input: Seen): Promise<Outcome<null, ConfirmTransferRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'confirm', input.transferId)
    if (!begun.ok) return begun
    const transfer = begun.value
    const elsewhere = changed(transfer, input)
    if (elsewhere) return elsewhere
    const vouched: (UserId | null)[] = [transfer.attestedById, transfer.checkedById]
    if (vouched.includes(actorId(ctx.actor))) return refuse('vouched-by-you')
    // Held before it is judged: no lot, no dossier and no listing begins meanwhile under the old name.
    await lockProduct(tx, transfer.productId)
    const refused = await refuseTransfer({ db: tx, now: ctx.now }, await partiesOf(tx, transfer), { judgesNumbers: true })
    if (refused) return refused
    await transferProduct(tx, ctx, transfer)
    await settle(tx, ctx, 'confirm', transfer)
    return done(null)
  })
}
