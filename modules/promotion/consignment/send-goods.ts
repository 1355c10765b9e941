import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { holdLots, loseConsigned, moveConsigned } from '../../inventory/index.ts'
import { ratesOn } from '../../shop/index.ts'
import { placesOfProducer } from '../../traceability/index.ts'
import { isSellable } from '../../traceability/rules.ts'
import { insertBook, selectShelf } from './book.store.ts'
import type { NewBookEntry } from './book.store.ts'
import type { StoredConsignment, StoredTerms } from './consignment.store.ts'
import type { ReceiveInput, SendBackInput, SendInput } from './inputs.ts'
import { insertNote, nextNumber, receiveNote, selectNote, selectNoteByKey, selectNoteLines } from './note.store.ts'
import type { NewNoteLine } from './note.store.ts'
import { beginConsignment, by, isRefused, recordConsignment, sidesOf, termsToday } from './policy.ts'
import type { NoteId } from './rules/ids.ts'
import type { ConsignmentClosed, ReceiveRefusal, SendRefusal } from './rules/refusals.ts'
import { formSymbolOf } from './rules/terms.ts'
import { ledgerWords, consignedPlaceWords } from './words/names.ts'

const nothing = { amountVnd: 0, commissionVnd: 0, dueVnd: 0 }
type Sent = Outcome<{ noteId: NoteId }, ConsignmentClosed | SendRefusal>
const inOrder = <T extends { lotId: string; packId: string }>(lines: readonly T[]): T[] =>
  lines.toSorted((a, b) => (`${a.lotId} ${a.packId}` < `${b.lotId} ${b.packId}` ? -1 : 1))

/** Goods leave the producer's place with a note; until the point has confirmed them they are on the road, and nobody sells them. */
export async function sendGoods(ctx: Ctx, input: SendInput): Promise<Sent> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginConsignment(tx, ctx, 'send', input.consignmentId)
    if (!begun.ok) return begun
    const one = begun.value
    const before = await selectNoteByKey(tx, input.requestKey)
    if (before) return done({ noteId: before.id })
    if (one.pointStatus !== 'recognised') return refuse('point-not-recognised')
    const terms = await termsToday(tx, ctx, one.id)
    if (isRefused(terms)) return terms
    if (input.lines.length === 0) return refuse('nothing-chosen')
    const today = dateInVietnam(ctx.now)
    const rate = ratesOn(today).find(({ name }) => name === input.vatName)
    if (!rate) return refuse('vat-unknown')
    const lots = await holdLots(tx, input.lines.map(({ lotId }) => lotId)) // prettier-ignore
    const places = await placesOfProducer(tx, one.producerId)
    const lines: NewNoteLine[] = []
    for (const { lotId, packId, placeId, quantity, priceVnd } of inOrder(input.lines)) {
      const lot = lots.find(({ id }) => id === lotId)
      if (lot?.producerId !== one.producerId || !places.some(({ id }) => id === placeId)) throw new NotFound('No such goods', { lotId })
      if (!isSellable(lot, today)) return refuse('lot-not-sellable', { status: lot.status, expiresOn: lot.expiresOn })
      const moved = await moveConsigned(tx, ctx, { lotId, packId, fromId: placeId, toId: one.roadId, quantity, note: ledgerWords.sent })
      if (!moved.ok) return moved
      lines.push({ lotId, packId, quantity, priceVnd, vatName: rate.name, vatPercent: rate.percent, fromPlaceId: placeId })
    }
    const stores = {
      fromStore: consignedPlaceWords.store(one.producerName, one.producerAddress),
      toStore: consignedPlaceWords.store(one.pointName, one.pointAddress),
    }
    const noteId = await write(tx, ctx, one, terms, { ...input, ...stores, direction: 'out', lines })
    await recordConsignment(tx, ctx, 'send', one, { noteId, lines: lines.length })
    return done({ noteId })
  })
}

/** Goods leave the shelf of the point; they are off its book as soon as they leave, and with their owner once it has confirmed them. */
export async function sendGoodsBack(ctx: Ctx, input: SendBackInput): Promise<Sent> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginConsignment(tx, ctx, 'send-back', input.consignmentId)
    if (!begun.ok) return begun
    const one = begun.value
    const before = await selectNoteByKey(tx, input.requestKey)
    if (before) return done({ noteId: before.id })
    const terms = await termsToday(tx, ctx, one.id)
    if (isRefused(terms)) return terms
    if (input.lines.length === 0) return refuse('nothing-chosen')
    await holdLots(tx, input.lines.map(({ lotId }) => lotId)) // prettier-ignore
    const shelf = await selectShelf(tx, [one.id])
    const lines: NewNoteLine[] = []
    for (const { lotId, packId, quantity } of inOrder(input.lines)) {
      const goods = shelf.find((row) => row.lotId === lotId && row.packId === packId)
      if (!goods) throw new NotFound('No such goods', { lotId })
      if (quantity > goods.onShelf) return refuse('not-enough', { free: goods.onShelf })
      const moved = await moveConsigned(tx, ctx, { lotId, packId, fromId: one.shelfId, toId: one.roadId, quantity, note: ledgerWords.back })
      if (!moved.ok) return moved
      const { priceVnd, vatName, vatPercent } = goods
      lines.push({ lotId, packId, quantity, priceVnd, vatName, vatPercent, fromPlaceId: one.shelfId })
    }
    const stores = {
      fromStore: consignedPlaceWords.store(one.pointName, one.pointAddress),
      toStore: consignedPlaceWords.store(one.producerName, one.producerAddress),
    }
    const noteId = await write(tx, ctx, one, terms, { ...input, ...stores, direction: 'back', lines })
    const entries = lines.map((line): NewBookEntry => ({
      ...line,
      ...nothing,
      ...by(ctx),
      id: ctx.newId('cse'),
      kind: 'returned',
      delta: -line.quantity,
      noteId,
    }))
    await insertBook(tx, one.id, entries)
    await recordConsignment(tx, ctx, 'send-back', one, { noteId, lines: lines.length })
    return done({ noteId })
  })
}

type ToWrite = Pick<SendInput, 'carrier' | 'vehicle' | 'reason' | 'requestKey'> & {
  fromStore: string
  toStore: string
  direction: 'out' | 'back'
  lines: readonly NewNoteLine[]
}

/** Within one house goods go by a note of letter N, to an agent by one of letter B (Nghị định 254/2026/NĐ-CP). */
async function write(tx: Tx, ctx: Ctx, one: StoredConsignment, terms: StoredTerms, given: ToWrite): Promise<NoteId> {
  const letter = one.organisationId === one.operatorId ? 'N' : 'B'
  const formSymbol = formSymbolOf(letter, dateInVietnam(ctx.now))
  const issuer = given.direction === 'out' ? one.producerId : one.pointId
  const number = await nextNumber(tx, issuer, formSymbol)
  const id = ctx.newId('csd')
  await insertNote(tx, { ...given, ...by(ctx), id, consignmentId: one.id, termsId: terms.id, letter, formSymbol, number })
  return id
}

/**
 * The other side confirms what came. What was broken on the way leaves the books at the cost of the owner; what never left goes back to where it was, both
 * with a minute. The same form sent twice confirms once.
 */
export async function receiveGoods(ctx: Ctx, input: ReceiveInput): Promise<Outcome<null, ConsignmentClosed | ReceiveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const known = await selectNote(tx, input.noteId)
    if (!known) throw new NotFound('No such note')
    const begun = await beginConsignment(tx, ctx, 'receive', known.consignmentId)
    if (!begun.ok) return begun
    const one = begun.value
    const note = (await selectNote(tx, input.noteId))!
    const receiver = note.direction === 'out' ? 'point' : 'owner'
    if (!sidesOf(ctx.actor, one).includes(receiver)) return refuse('other-side-receives')
    if (note.status !== 'sent') return refuse('note-received')
    const lines = await selectNoteLines(tx, note.id)
    const came = lines.map((line) => ({
      ...line,
      ...(input.lines.find((typed) => typed.line === line.line) ?? { received: 0, broken: 0 }),
    }))
    const over = came.find(({ received, broken, quantity }) => received + broken > quantity)
    if (over) return refuse('more-than-sent', { sent: over.quantity })
    if (input.minute === '' && came.some(({ received, quantity }) => received !== quantity)) return refuse('minute-missing')
    await holdLots(tx, lines.map(({ lotId }) => lotId)) // prettier-ignore
    const home = (await placesOfProducer(tx, one.producerId)).find(({ isDefault }) => isDefault)
    const toId = note.direction === 'out' ? one.shelfId : home?.id
    if (!toId) throw new NotFound('No place of its own')
    const entries: NewBookEntry[] = []
    for (const line of inOrder(came)) {
      const { lotId, packId, quantity, received, broken, fromPlaceId, priceVnd, vatName, vatPercent } = line
      const goods = { lotId, packId, note: ledgerWords.received }
      if (received > 0) must(await moveConsigned(tx, ctx, { ...goods, fromId: one.roadId, toId, quantity: received }))
      if (broken > 0) must(await loseConsigned(tx, ctx, { lotId, packId, placeId: one.roadId, quantity: broken, note: input.minute, ref: ctx.newId('cse') })) // prettier-ignore
      const stayed = quantity - received - broken
      if (stayed > 0) must(await moveConsigned(tx, ctx, { ...goods, fromId: one.roadId, toId: fromPlaceId, quantity: stayed }))
      const back = note.direction === 'out' ? received : stayed
      if (back > 0) entries.push({ ...nothing, ...by(ctx), lotId, packId, priceVnd, vatName, vatPercent, id: ctx.newId('cse'), kind: 'received', delta: back, noteId: note.id }) // prettier-ignore
    }
    await insertBook(tx, one.id, entries)
    await receiveNote(tx, note.id, { ...by(ctx), minute: input.minute }, came)
    await recordConsignment(tx, ctx, 'receive', one, { noteId: note.id, minute: input.minute })
    return done(null)
  })
}

/** What is on the road was put there by the note: nothing else touches it. */
function must(moved: Outcome<null, { code: string }>): void {
  if (!moved.ok) throw new Error(`goods on the road are not there: ${moved.refusal.code}`)
}
