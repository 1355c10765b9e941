import { NotFound } from '@dacsan/decisions'
import { readTraceCode } from '@dacsan/gs1'
import type { Ctx } from '../context.ts'
import type { LotId } from '../traceability/rules.ts'
import { searchLots } from './affected-lot.store.ts'
import { selectRecallOfLot } from './case.store.ts'
import { findRecall } from './read-recall.ts'
import type { RecallView } from './read-recall.ts'

/** The case by which a lot was recalled, by the code on its label. */
export async function findRecallOfLot(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, typed: string): Promise<RecallView> {
  const code = readTraceCode(typed)
  const [lot] = code ? await searchLots(ctx.db, { codes: [code], producerId: null }) : []
  const recall = lot && (await selectRecallOfLot(ctx.db, lot.id))
  if (!recall) throw new NotFound('No recall of a lot with this code', { typed })
  return findRecall(ctx, recall.id)
}

/** The case of a lot, for a link to it; null where it was recalled before there were cases. */
export const findCaseOfLot = async ({ db }: Pick<Ctx, 'db'>, lotId: LotId) => (await selectRecallOfLot(db, lotId)) ?? null

/** The figures of the page for a machine: the same ones, and nobody who bought. */
export function reportOf({ recall, lots, balances, orders, partners, lines, told, steps, gaps }: RecallView) {
  return {
    code: recall.code,
    status: recall.status,
    isDrill: recall.isDrill,
    isSample: recall.isSample,
    origin: recall.origin,
    producer: recall.producerName,
    risk: recall.risk,
    reason: recall.reason,
    buyersDo: recall.buyersDo,
    startedAt: recall.startedAt,
    decideBy: recall.decideBy,
    decision: recall.decidedAt && {
      number: recall.decisionNumber,
      decidedOn: recall.decidedOn,
      recordedAt: recall.decidedAt,
      handling: recall.handling,
    },
    finishBy: recall.finishBy,
    closedAt: recall.closedAt,
    remainderReason: recall.remainderReason,
    // Lots of several units have no common sum: each stands with its own.
    goods: balances.length === 1 ? balances[0]! : null,
    lots: lots.map(({ number, traceCode, productName, madeOn, expiresOn, unit, balance: goods }) => ({
      number,
      traceCode,
      productName,
      madeOn,
      expiresOn,
      unit,
      goods,
    })),
    orders: {
      count: orders.length,
      quantity: orders.reduce((sum, { quantity }) => sum + quantity, 0),
      amountVnd: orders.reduce((sum, { amountVnd }) => sum + amountVnd, 0),
      refundDueVnd: orders.reduce((sum, { refundDueVnd }) => sum + refundDueVnd, 0),
      notReached: orders.filter(({ reached }) => reached === 'not-reached').length,
    },
    partners: partners.map(({ name, place, toldAt, answeredAt, held }) => ({ name, place, toldAt, answeredAt, held })),
    told,
    tally: lines.map(({ lotId, kind, quantity, lotUnits, packName, placeName, place, witness, note, fileName, photoName, at, byName }) => ({
      lot: lots.find(({ id }) => id === lotId)?.number ?? null,
      kind,
      quantity,
      lotUnits,
      pack: packName,
      storedAt: placeName,
      place,
      witness,
      note,
      proof: fileName,
      photo: photoName,
      at,
      by: byName,
    })),
    steps,
    gaps,
  }
}
