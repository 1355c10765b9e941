import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { grantsOf, hasRole, organisationsOf } from '../../identity/rules.ts'
import { ratesOn } from '../../shop/index.ts'
import { isExpired, isSellable } from '../../traceability/rules.ts'
import { listPublicPoints } from '../points-of-sale/read-point.ts'
import { selectPoint, selectPointsOf } from '../points-of-sale/point.store.ts'
import type { PointId } from '../points-of-sale/rules/ids.ts'
import { consignmentActs } from './acts.ts'
import type { ConsignmentAct } from './acts.ts'
import { selectBook, selectShelf, selectWritten } from './book.store.ts'
import type { ShelfRow } from './book.store.ts'
import { selectConsignmentsAt, selectConsignmentsOf, selectTerms } from './consignment.store.ts'
import type { StoredConsignment } from './consignment.store.ts'
import { selectNote, selectNoteLines, selectNotes, selectSendable } from './note.store.ts'
import { readable, sidesOf, tiesOf } from './policy.ts'
import { findOnShelf } from './rules/counter-code.ts'
import type { ConsignmentId, NoteId, StatementId } from './rules/ids.ts'
import { termsOn } from './rules/terms.ts'
import { selectStatement, selectStatementLines, selectStatements } from './statement.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

export type ShelfWarning = 'recalled' | 'expired' | 'closed' | 'uncertified'

/** What is wrong with goods on a shelf. The first three are not sold; a certificate that ended is said. */
function warningOf(row: ShelfRow, today: string): ShelfWarning | null {
  if (row.lotStatus === 'recalled') return 'recalled'
  if (isExpired(row, today)) return 'expired'
  if (row.lotStatus !== 'open') return 'closed'
  return row.standing === 'certified' ? null : 'uncertified'
}

const shown = (row: ShelfRow, today: string) => ({
  ...row,
  key: `${row.consignmentId}-${row.lotId}-${row.packId}`,
  warning: warningOf(row, today),
  maySell: row.onShelf > 0 && isSellable({ status: row.lotStatus, expiresOn: row.expiresOn }, today),
})

/** What of this somebody may do now, as a page asks it. */
function mayFor(actor: Ctx['actor'], one: StoredConsignment): Record<ConsignmentAct, boolean> {
  const may = mayOf(consignmentActs, one.status, grantsOf(actor, tiesOf(actor, one))) as May<typeof consignmentActs>
  return Object.fromEntries(Object.entries(may).map(([act, answer]) => [act, answer === true])) as Record<ConsignmentAct, boolean>
}

/** The consignments of whoever asks: of their own goods, and at the points that they keep. */
export async function listConsignments(ctx: Reader) {
  requireRole(ctx.actor, 'producer', 'point-keeper')
  const producer = hasRole(ctx.actor, 'producer') ? await producerOfActor(ctx) : undefined
  const operators = organisationsOf(ctx.actor, 'point-keeper')
  const all = await selectConsignmentsOf(ctx.db, { producerId: producer?.id ?? null, operators })
  return { consignments: all, mayPropose: producer !== undefined }
}

/** The points that a producer may ask. */
export async function pointsToConsign(ctx: Reader) {
  requireRole(ctx.actor, 'producer')
  const { points } = await listPublicPoints(ctx)
  return points.map(({ id, name, communeName }) => ({ id, name, communeName }))
}

export async function findConsignment(ctx: Reader, id: ConsignmentId) {
  const one = await readable(ctx, id)
  const today = dateInVietnam(ctx.now)
  const sides = sidesOf(ctx.actor, one)
  const [terms, shelf, notes, statements] = await Promise.all([
    selectTerms(ctx.db, id),
    selectShelf(ctx.db, [id]),
    selectNotes(ctx.db, id),
    selectStatements(ctx.db, id),
  ])
  const inForce = termsOn(terms, today)
  const may = mayFor(ctx.actor, one)
  const [last] = terms
  return {
    consignment: one,
    sides,
    terms: terms.map((version) => ({
      ...version,
      isInForce: version.id === inForce?.id,
      waits: version.agreedAt === null && version.id === last?.id,
      mayAgree: may.agree && version.agreedAt === null && version.id === last?.id && sides.some((side) => side !== version.proposedSide),
    })),
    shelf: shelf.map((row) => shown(row, today)),
    notes: notes.map((note) => ({ ...note, isReceived: note.status === 'received' })),
    statements,
    may,
    today,
  }
}

/** What can be sent: the producer's own goods, or those on the shelf. */
export async function goodsToSend(ctx: Reader, id: ConsignmentId, direction: 'out' | 'back') {
  const one = await readable(ctx, id)
  if (!sidesOf(ctx.actor, one).includes(direction === 'out' ? 'owner' : 'point')) throw new NotFound('No such form')
  const today = dateInVietnam(ctx.now)
  const shelf = await selectShelf(ctx.db, [id])
  if (direction === 'back') return { consignment: one, rates: [], goods: shelf.map((row) => ({ ...shown(row, today), placeId: null, placeName: '', free: row.onShelf })) } // prettier-ignore
  const goods = await selectSendable(ctx.db, one.producerId)
  return {
    consignment: one,
    rates: ratesOn(today).map(({ name, says }) => ({ name, says })),
    goods: goods
      .filter(({ lotStatus, expiresOn }) => isSellable({ status: lotStatus, expiresOn }, today))
      .map((row) => ({
        ...row,
        key: `${row.lotId}-${row.packId}-${row.placeId}`,
        priceVnd: shelf.find(({ lotId, packId }) => lotId === row.lotId && packId === row.packId)?.priceVnd ?? null,
        warning: null,
      })),
  }
}

export async function findNote(ctx: Reader, id: NoteId) {
  const note = await selectNote(ctx.db, id)
  if (!note) throw new NotFound('No such note')
  const consignment = await readable(ctx, note.consignmentId)
  const lines = await selectNoteLines(ctx.db, id)
  const receiver = note.direction === 'out' ? ('point' as const) : ('owner' as const)
  const isSent = note.status === 'sent'
  return {
    note,
    consignment,
    lines: lines.map((line) => ({ ...line, amountVnd: line.quantity * line.priceVnd })),
    totalVnd: lines.reduce((sum, { quantity, priceVnd }) => sum + quantity * priceVnd, 0),
    isSent,
    mayReceive: isSent && consignment.status === 'open' && sidesOf(ctx.actor, consignment).includes(receiver),
  }
}
export type NoteView = Awaited<ReturnType<typeof findNote>>

export async function findStatement(ctx: Reader, id: StatementId) {
  const statement = await selectStatement(ctx.db, id)
  if (!statement) throw new NotFound('No such statement')
  const consignment = await readable(ctx, statement.consignmentId)
  const [lines, book, terms] = await Promise.all([
    selectStatementLines(ctx.db, id),
    selectBook(ctx.db, statement.consignmentId),
    selectTerms(ctx.db, statement.consignmentId),
  ])
  const entries = book.filter(({ seq }) => seq > statement.fromSeq && seq <= statement.toSeq)
  const isOpen = statement.status === 'open'
  const signed = { point: statement.pointSignedAt !== null, owner: statement.ownerSignedAt !== null }
  return {
    statement,
    consignment,
    lines,
    entries,
    contracts: terms.filter((version) => entries.some(({ termsId }) => termsId === version.id)),
    isOpen,
    isWithdrawn: statement.status === 'withdrawn',
    maySign: isOpen && consignment.status === 'open' && sidesOf(ctx.actor, consignment).some((side) => !signed[side]),
    mayWithdraw: isOpen && consignment.status === 'open',
  }
}
export type StatementView = Awaited<ReturnType<typeof findStatement>>

/** The points that somebody keeps. */
export async function ownPoints(ctx: Reader) {
  requireRole(ctx.actor, 'point-keeper')
  const points = await selectPointsOf(ctx.db, organisationsOf(ctx.actor, 'point-keeper'))
  return points.map(({ id, name, address, communeName }) => ({ id, name, address, communeName }))
}

/** The counter of a point: what lies there, what `q` finds of it, what was written today, what is on its way. */
export async function counterOf(ctx: Reader, pointId: PointId, q: string) {
  requireRole(ctx.actor, 'point-keeper')
  const point = await selectPoint(ctx.db, pointId)
  if (!point || !organisationsOf(ctx.actor, 'point-keeper').includes(point.operatorId)) throw new NotFound('No such point of sale')
  const today = dateInVietnam(ctx.now)
  const consignments = await selectConsignmentsAt(ctx.db, pointId)
  const ids = consignments.map(({ id }) => id)
  const [shelf, written, notes] = await Promise.all([
    selectShelf(ctx.db, ids),
    selectWritten(ctx.db, ids, new Date(`${today}T00:00:00+07:00`)),
    Promise.all(ids.map((id) => selectNotes(ctx.db, id))),
  ])
  const found = q === '' ? shelf : findOnShelf(shelf, q)
  const sold = written.filter(({ kind, isCancelled }) => kind === 'sold' && !isCancelled)
  return {
    point: { id: point.id, name: point.name, slug: point.slug },
    consignments: consignments.map(({ id, producerName }) => ({ id, producerName })),
    goods: found.map((row) => shown(row, today)),
    isWhole: q === '',
    coming: notes
      .flat()
      .flatMap(({ id, consignmentId, direction, status }) =>
        direction === 'out' && status === 'sent'
          ? [{ id, producerName: consignments.find((one) => one.id === consignmentId)?.producerName ?? '' }]
          : [],
      ),
    written: written.map((entry) => ({
      ...entry,
      quantity: -entry.delta,
      isSale: entry.kind === 'sold',
      mayCancel: entry.kind === 'sold' && !entry.isCancelled,
    })),
    today: { count: sold.reduce((sum, { delta }) => sum - delta, 0), amountVnd: sold.reduce((sum, { amountVnd }) => sum + amountVnd, 0) },
  }
}

/** What everybody may see of the shelf of a point: what can be bought there now, once a product, with its stars. */
export async function shelfOfPoint({ db, now }: { db: ReadDb; now: Date }, pointId: PointId) {
  const today = dateInVietnam(now)
  const shelf = await selectShelf(db, (await selectConsignmentsAt(db, pointId)).map(({ id }) => id)) // prettier-ignore
  const good = shelf.map((row) => shown(row, today)).filter((row) => row.maySell && row.inRegister && row.standing === 'certified')
  const products = Map.groupBy(good, ({ productId, packId }) => `${productId} ${packId}`)
  return [...products.values()].map((rows) => {
    const [{ productName, productSlug, stars, packName, priceVnd }] = rows as [(typeof rows)[number], ...typeof rows]
    return { name: productName, slug: productSlug, stars, packName, priceVnd: Math.min(priceVnd, ...rows.map((row) => row.priceVnd)) }
  })
}
