import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { creditsOf } from '../../payments/index.ts'
import { selectAccountsOf } from '../accounts/account.store.ts'
import { codPayoutActs, tiesOfSeller } from '../acts.ts'
import { ownSeller } from '../policy.ts'
import type { CodPayoutId } from '../rules/ids.ts'
import { answersFor, judgePayout } from '../rules/judge-payout.ts'
import {
  selectDraft,
  selectLinesOf,
  selectOpenLines,
  selectPaidParcels,
  selectPayout,
  selectPayoutsOf,
  selectUnpaid,
} from './payout.store.ts'
import type { StoredLine } from './payout.store.ts'

const mostShown = 50
const mostPast = 30
const mostCredits = 6

const feesOf = ({
  carriageVnd,
  returnVnd,
  reweighVnd,
  otherVnd,
}: Pick<StoredLine, 'carriageVnd' | 'returnVnd' | 'reweighVnd' | 'otherVnd'>) => carriageVnd + returnVnd + reweighVnd + otherVnd

const shown = (line: StoredLine) => ({
  id: line.id,
  carrier: line.carrier,
  parcelCode: line.parcelCode,
  parcelId: line.parcelId,
  orderCode: line.orderCode,
  state: line.state,
  codVnd: line.codVnd,
  expectedVnd: line.expectedVnd,
  feesVnd: feesOf(line),
  netVnd: line.netVnd,
  answer: line.answer,
  note: line.note,
  offers: line.answer === null ? answersFor[line.state] : [],
  asksCode: line.answer === null && line.parcelId === null,
})

/** Everything about money of carriers that waits for a seller, and the files of before. */
export async function findCodQueue(ctx: Pick<Ctx, 'db' | 'actor'>) {
  const { producerId } = await ownSeller(ctx)
  const [lines, past, unpaid, accounts] = await Promise.all([
    selectOpenLines(ctx.db, producerId, mostShown + 1),
    selectPayoutsOf(ctx.db, producerId, mostPast),
    selectUnpaid(ctx.db, producerId, mostShown),
    selectAccountsOf(ctx.db, producerId),
  ])
  return {
    lines: lines.slice(0, mostShown).map(shown),
    more: lines.length > mostShown,
    past: past.map(({ id, fileName, carrier, lineCount, netVnd, receivedVnd, takenAt, readAt }) => ({
      id,
      fileName,
      carrier,
      lineCount,
      netVnd,
      receivedVnd,
      takenAt,
      readAt,
    })),
    unpaid,
    accounts: accounts.map(({ id, carrier }) => ({ id, carrier })),
  }
}

/** One file: before it is taken what would become of each line, with the credits that may be its money; afterwards what became of them. */
export async function findPayout(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, id: CodPayoutId) {
  const payout = await selectPayout(ctx.db, id)
  if (!payout) throw new NotFound('No such payout')
  requireAct(ctx.actor, codPayoutActs.take, tiesOfSeller(payout))
  const isRead = payout.status === 'read'
  const rows = isRead ? await selectDraft(ctx.db, id) : []
  const codes = rows.map(({ parcelCode }) => parcelCode)
  const preview = judgePayout(rows, await selectPaidParcels(ctx.db, payout.accountId, codes)).map((row) => ({
    parcelCode: row.parcelCode,
    state: row.state,
    codVnd: row.codVnd,
    expectedVnd: row.expectedVnd,
    feesVnd: feesOf(row),
    netVnd: row.netVnd,
    answer: null,
  }))
  const taken = isRead ? [] : (await selectLinesOf(ctx.db, id)).map(shown)
  const lines = isRead ? preview : taken
  const counts = Object.fromEntries(Object.keys(answersFor).map((state) => [state, lines.filter((line) => line.state === state).length]))
  return {
    ...payout,
    isRead,
    lines,
    counts: counts as Record<keyof typeof answersFor, number>,
    differenceVnd: payout.receivedVnd === null ? 0 : payout.receivedVnd - payout.netVnd,
    credits: isRead ? await creditsOf(ctx, { producerId: payout.producerId, amountVnd: payout.netVnd, most: mostCredits }) : [],
    today: dateInVietnam(ctx.now),
  }
}
