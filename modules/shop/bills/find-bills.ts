import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam, dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { buildVietQr } from '@dacsan/vietqr'
import { selectBuyersOf } from '../agreements/agreement.store.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf } from '../../identity/index.ts'
import type { BillLinkInput } from '../inputs.ts'
import { isSecret } from '../orders/lock-order.ts'
import type { TransferRequest } from '../orders/view-order.ts'
import { mayReadOrder, ownProducer } from '../policy.ts'
import { billActs, sumDong, tiesOfGoods } from '../rules.ts'
import { ageOf, billAges, billStatusOf, daysOverdue } from '../rules/bill.ts'
import type { BillAge } from '../rules/bill.ts'
import type { AgreedBuyerId, BillId } from '../rules/ids.ts'
import { selectAccountOf, selectBill, selectBillsOf, selectCreditsOf, selectStepsOf, selectUnbilled } from './bill.store.ts'
import type { Bill } from './bill.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What pages show of a bill without comparing anything themselves. */
const factsOf = (bill: Bill, today: PlainDate) => ({
  status: billStatusOf(bill),
  isPaid: bill.openVnd === 0,
  isDisputed: billStatusOf(bill) === 'disputed',
  overdueDays: bill.openVnd > 0 ? Math.max(0, daysOverdue(bill.dueOn, today)) : 0,
  age: ageOf(bill.dueOn, today),
})
export type ShownBill = Omit<Bill, 'linkSecret'> & ReturnType<typeof factsOf>

const shown = ({ linkSecret: _linkSecret, ...bill }: Bill, today: PlainDate): ShownBill => ({
  ...bill,
  ...factsOf(bill as Bill, today),
})

/** Every bill of one buyer of the signed-in seller, the newest first. */
export async function ownBillsOf(ctx: Reader, buyerId: AgreedBuyerId): Promise<ShownBill[]> {
  const { id } = await ownProducer(ctx)
  return (await selectBillsOf(ctx.db, id, { buyerId })).map((bill) => shown(bill, dateInVietnam(ctx.now)))
}

export type Debt = {
  buyerId: AgreedBuyerId
  name: string
  phone: string
  ages: Record<BillAge, Dong>
  /** On account, and on no bill yet. */
  unbilledVnd: Dong
  owesVnd: Dong
  /** The day on which the oldest open bill was due. */
  since: PlainDate | null
  disputed: boolean
}

/** Who owes the signed-in seller what, and since when: by how long the bills are overdue, whoever owes longest first. */
export async function ownDebts(ctx: Reader) {
  const { id, name } = await ownProducer(ctx)
  const today = dateInVietnam(ctx.now)
  const [buyers, bills] = await Promise.all([selectBuyersOf(ctx.db, id), selectBillsOf(ctx.db, id)])
  const debts = await Promise.all(buyers.map((buyer) => debtOf(ctx, buyer, bills, today)))
  const owing = debts
    .filter(({ owesVnd }) => owesVnd > 0)
    .toSorted((a, b) => (a.since ?? '9999').localeCompare(b.since ?? '9999') || b.owesVnd - a.owesVnd)
  const sums = Object.fromEntries(billAges.map((age) => [age, sumDong(owing.map(({ ages }) => ages[age]))])) as Record<BillAge, Dong>
  return {
    seller: name,
    today,
    debts: owing,
    sums,
    unbilledVnd: sumDong(owing.map(({ unbilledVnd }) => unbilledVnd)),
    owesVnd: sumDong(owing.map(({ owesVnd }) => owesVnd)),
    bills: bills.filter(({ openVnd }) => openVnd > 0).map((bill) => shown(bill, today)),
  }
}
export type Debts = Awaited<ReturnType<typeof ownDebts>>

async function debtOf(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  buyer: { id: AgreedBuyerId; name: string; phone: string },
  bills: readonly Bill[],
  today: PlainDate,
): Promise<Debt> {
  const open = bills.filter(({ buyerId, openVnd }) => buyerId === buyer.id && openVnd > 0)
  const unbilledVnd = dong(
    (await selectUnbilled(db, buyer.id, new Date(now.getTime() + 1))).reduce((sum, one) => sum + one.owedVnd - one.keptVnd, 0),
  )
  const ages = Object.fromEntries(
    billAges.map((age) => [age, sumDong(open.filter(({ dueOn }) => ageOf(dueOn, today) === age).map(({ openVnd }) => openVnd))]),
  ) as Record<BillAge, Dong>
  return {
    buyerId: buyer.id,
    name: buyer.name,
    phone: buyer.phone,
    ages,
    unbilledVnd,
    owesVnd: dong(unbilledVnd + sumDong(open.map(({ openVnd }) => openVnd))),
    since: open.map(({ dueOn }) => dueOn).toSorted()[0] ?? null,
    disputed: open.some(({ disputed }) => disputed),
  }
}

async function viewBill(db: ReadDb, bill: Bill, today: PlainDate) {
  const [account, credits, steps] = await Promise.all([
    selectAccountOf(db, bill.id),
    selectCreditsOf(db, bill.id),
    selectStepsOf(db, bill.id),
  ])
  const said = steps.map(({ step, ...rest }) => ({ ...rest, byBuyer: step === 'disputed' }))
  return { ...shown(bill, today), credits, steps: said, transfer: transferOf(bill, account) }
}

/** One bill of the signed-in seller; another's is not there. The link goes to its buyer. */
export async function findBill(ctx: Reader, billId: BillId) {
  const bill = await selectBill(ctx.db, { id: billId })
  if (!bill || !mayReadOrder(ctx.actor, bill)) throw new NotFound('No such bill', { billId })
  const view = await viewBill(ctx.db, bill, dateInVietnam(ctx.now))
  return { bill: view, secret: bill.linkSecret, may: mayOf(billActs, view.status, grantsOf(ctx.actor, tiesOfGoods(bill))) }
}

/** The bill behind a link, for its buyer; a wrong secret finds nothing. */
export async function findBillByLink(ctx: Reader, { code, secret }: BillLinkInput) {
  const bill = await selectBill(ctx.db, { code })
  if (!bill || !isSecret(bill.linkSecret, secret)) throw new NotFound('No such bill', { code })
  const view = await viewBill(ctx.db, bill, dateInVietnam(ctx.now))
  return { bill: view, may: mayOf(billActs, view.status, grantsOf(ctx.actor, { link: true })) }
}

/** One VietQR for the whole bill, of what is still open, to the account of the day on which it was made. */
function transferOf(
  { code, openVnd }: Bill,
  { bankBin, bankName, bankAccount, accountName }: { bankBin: string; bankName: string; bankAccount: string; accountName: string },
): TransferRequest | null {
  if (openVnd <= 0) return null
  const asked = { bin: bankBin, account: bankAccount, service: 'QRIBFTTA', amount: openVnd, purpose: code } as const
  const payload = buildVietQr(asked, new Set([bankBin]))
  if (!payload.ok) throw new Error(`the account of bill ${code} makes no VietQR: ${payload.refusal.code}`)
  return { payload: payload.value, bankName, bankAccount, accountName, amountVnd: openVnd, content: code }
}
