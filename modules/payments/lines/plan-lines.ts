import { findTransferCodes } from '@dacsan/vietqr'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import { province } from '../../province/index.ts'
import { selectBillsByCodes, selectOrdersByCodes } from '../../shop/index.ts'
import { judgeLines } from '../rules/judge-lines.ts'
import type { JudgedLine } from '../rules/judge-lines.ts'
import type { BankLineId, ReceivingAccountId } from '../rules/ids.ts'
import { dayOf, isSameTransfer } from '../rules/new-line.ts'
import type { NewLine } from '../rules/new-line.ts'
import { selectKnownKeys, selectUnnamed } from './line.store.ts'

/** A line with the key by which it is known again. */
export type KeyedLine = NewLine & { key: string }

/** `known`: in the books under this key; `same`: there by another telling, which this one joins; `new`: with what it is for. */
export type Planned = { line: KeyedLine } & ({ fate: 'known' } | { fate: 'same'; lineId: BankLineId } | ({ fate: 'new' } & JudgedLine))

/** What would become of lines of an account, in their order. `kind`: what the keys of this telling begin with. Nothing is written. */
export async function planLines(
  db: ReadDb,
  of: { producerId: ProducerId; accountId: ReceivingAccountId | null; account: string; kind: string },
  lines: readonly KeyedLine[],
): Promise<Planned[]> {
  const known = await selectKnownKeys(
    db,
    lines.map(({ key }) => key),
  )
  const unknown = lines.filter(({ key }) => !known.has(key))
  const same = await joinOtherTellings(db, of, unknown)
  const fresh = unknown.filter((line) => !same.has(line))
  const codes = new Set(
    fresh.flatMap(({ content, direction }) => (direction === 'in' ? findTransferCodes(content, province().orderPrefix) : [])),
  )
  const bills = await selectBillsByCodes(db, of.producerId, [...codes])
  const members = bills.own.flatMap(({ orders: all }) => all.map(({ code }) => code))
  const orders = await selectOrdersByCodes(db, of.producerId, [...new Set([...codes, ...members])])
  const named = { own: orders.own, others: [...orders.others, ...bills.others], bills: bills.own }
  const judged = new Map(judgeLines(named, fresh, of.account).map((one, index) => [fresh[index]!, one]))
  return lines.map((line): Planned => {
    const lineId = same.get(line)
    if (lineId) return { line, fate: 'same', lineId }
    const fit = judged.get(line)
    return fit ? { line, fate: 'new', ...fit } : { line, fate: 'known' }
  })
}

/** One transfer that a bank and a provider tell of is one line: whoever comes second only adds its key. */
async function joinOtherTellings(
  db: ReadDb,
  { accountId, kind }: { accountId: ReceivingAccountId | null; kind: string },
  lines: readonly KeyedLine[],
): Promise<Map<KeyedLine, BankLineId>> {
  const joined = new Map<KeyedLine, BankLineId>()
  if (accountId === null || lines.length === 0) return joined
  const left = await selectUnnamed(db, accountId, [...new Set(lines.map(dayOf))], kind)
  for (const line of left.length > 0 ? lines : []) {
    const place = left.findIndex((one) => isSameTransfer(one, line))
    if (place < 0) continue
    joined.set(line, left[place]!.id)
    left.splice(place, 1)
  }
  return joined
}
