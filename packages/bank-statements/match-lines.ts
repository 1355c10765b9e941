import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { spanOf } from '@dacsan/vietnam'
import { codeFinder, plainCode } from './codes-in.ts'

/** What somebody owes. `received`: what came before these lines; `holdUntil`: until when the goods are kept for them, null for always. */
export type Order = { code: string; amount: number; account: string; holdUntil: string | null; received: number }
export type BankLine = { id: string; account: string; amount: number; direction: 'in' | 'out'; content: string; at: string }

/** One code for several orders, such as the bill of a month: its money is put to them in this order, each in full before the next. */
export type Bundle = { code: string; account: string; of: readonly string[] }

export type LineState = 'exact' | 'under' | 'over' | 'duplicate' | 'late' | 'wrong-account' | 'no-code' | 'ambiguous' | 'outgoing'
/** `code`: the order that the line is for, null where there is none or more than one; `parts`: of a bundle, what of the money goes to which of its orders. */
export type MatchedLine = { id: string; state: LineState; code: string | null; parts?: readonly { code: string; amount: number }[] }

export type MatchRefusal =
  | { code: 'code-without-letters'; order: string }
  | { code: 'code-twice'; order: string }
  | { code: 'bundle-unknown'; bundle: string; order: string }
  | { code: 'bad-moment'; of: string; at: string }

const plainAccount = (account: string) => account.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/**
 * What each line of an account pays for. The code of an order in the content says for which; the line counts where it came in time on the account that
 * the order names, against what is still owed after the lines before it. Lines are taken, and told, by their time and then as given; a date without a
 * time is its whole day: it is late only where the whole day is. Money that does not fit is never put to an order by a guess.
 *
 * A bundle pays for several orders with one code; what its orders still owe is what it owes, whatever way their money comes.
 *
 * @example matchLines(
 *   [{ code: 'DS7K3M9QX', amount: 350000, account: '0123', holdUntil: null, received: 0 }],
 *   [{ id: '1', account: '0123', amount: 350000, direction: 'in', content: 'ds7k3m9qx ck', at: '2026-11-23' }],
 * ) // { ok: true, value: [{ id: '1', state: 'exact', code: 'DS7K3M9QX' }] }
 *
 * @example matchLines(
 *   [
 *     { code: 'DS7K3M9QX', amount: 30000, account: '0123', holdUntil: null, received: 0 },
 *     { code: 'DS2B4C6D8', amount: 40000, account: '0123', holdUntil: null, received: 0 },
 *   ],
 *   [{ id: '1', account: '0123', amount: 50000, direction: 'in', content: 'DSMONTHQ9', at: '2026-12-01' }],
 *   [{ code: 'DSMONTHQ9', account: '0123', of: ['DS7K3M9QX', 'DS2B4C6D8'] }],
 * ) // { ok: true, value: [{ id: '1', state: 'under', code: 'DSMONTHQ9', parts: [{ code: 'DS7K3M9QX', amount: 30000 }, { code: 'DS2B4C6D8', amount: 20000 }] }] }
 */
export function matchLines(
  orders: readonly Order[],
  lines: readonly BankLine[],
  bundles: readonly Bundle[] = [],
): Outcome<MatchedLine[], MatchRefusal> {
  const codes = new Set<string>()
  const open = new Map<string, { account: string; until: number; owed: number }>()
  for (const { code, account, amount, received, holdUntil } of orders) {
    const plain = plainCode(code)
    if (plain === '') return refuse('code-without-letters', { order: code })
    if (codes.has(plain)) return refuse('code-twice', { order: code })
    const hold = holdUntil === null ? { to: Infinity } : spanOf(holdUntil)
    if (hold === undefined) return refuse('bad-moment', { of: code, at: holdUntil! })
    codes.add(plain)
    open.set(code, { account: plainAccount(account), until: hold.to, owed: amount - received })
  }
  const bundled = new Map<string, Bundle>()
  for (const bundle of bundles) {
    const plain = plainCode(bundle.code)
    if (plain === '') return refuse('code-without-letters', { order: bundle.code })
    if (codes.has(plain)) return refuse('code-twice', { order: bundle.code })
    const stranger = bundle.of.find((code) => !open.has(code))
    if (stranger !== undefined) return refuse('bundle-unknown', { bundle: bundle.code, order: stranger })
    codes.add(plain)
    bundled.set(bundle.code, bundle)
  }
  const codesIn = codeFinder([...orders, ...bundles].map(({ code }) => code))
  const dated: { line: BankLine; from: number }[] = []
  for (const line of lines) {
    const span = spanOf(line.at)
    if (span === undefined) return refuse('bad-moment', { of: line.id, at: line.at })
    dated.push({ line, from: span.from })
  }
  return done(dated.toSorted((a, b) => a.from - b.from).map(({ line, from }) => ({ id: line.id, ...judge(line, from) })))

  function share({ code, of }: Bundle, amount: number): Omit<MatchedLine, 'id'> {
    const owed = of.reduce((sum, one) => sum + Math.max(0, open.get(one)!.owed), 0)
    if (owed === 0) return { state: 'duplicate', code, parts: [] }
    let left = amount
    const parts = of.flatMap((one) => {
      const order = open.get(one)!
      const part = Math.min(left, Math.max(0, order.owed))
      order.owed -= part
      left -= part
      return part > 0 ? [{ code: one, amount: part }] : []
    })
    return { state: amount === owed ? 'exact' : amount < owed ? 'under' : 'over', code, parts }
  }

  function judge({ direction, amount, content, account }: BankLine, from: number): Omit<MatchedLine, 'id'> {
    if (direction === 'out' || amount <= 0) return { state: 'outgoing', code: null }
    const [code, ...others] = codesIn(content)
    if (code === undefined) return { state: 'no-code', code: null }
    if (others.length > 0) return { state: 'ambiguous', code: null }
    const bundle = bundled.get(code)
    if (bundle) return plainAccount(account) === plainAccount(bundle.account) ? share(bundle, amount) : { state: 'wrong-account', code }
    const order = open.get(code)!
    if (plainAccount(account) !== order.account) return { state: 'wrong-account', code }
    if (from > order.until) return { state: 'late', code }
    const { owed } = order
    order.owed -= amount
    if (owed <= 0) return { state: 'duplicate', code }
    return { state: amount === owed ? 'exact' : amount < owed ? 'under' : 'over', code }
  }
}
