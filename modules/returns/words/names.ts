import { say } from '../../say.ts'
import { vi } from './buyer/vi.ts'
import type { ReturnWords } from './buyer/vi.ts'
import type { GoodsKind, ReturnAct, ReturnStatus, Side, Wish } from '../acts.ts'

export const returnStatusWords = vi.statuses satisfies Record<ReturnStatus, string>

export const wishWords = vi.wishes satisfies Record<Wish, string>

export const sideNames = vi.sides satisfies Record<Side, string>

export const goodsWords = vi.goods satisfies Record<GoodsKind, string>

export const stepWords = vi.steps satisfies Record<ReturnAct, string>

/** What the ledger of goods says of a line that a return wrote. */
export const ledgerNote = (code: string) => `Trả hàng ${code}`
export const goodsSaid = (kind: GoodsKind, quantity: number, note: string) =>
  [`${goodsWords[kind]}: ${quantity}`, note].filter(Boolean).join('. ')
export const clockSays = { over: 'Hết hạn giải quyết mà chưa xong.' }

/** What was agreed, in one sentence. */
export function sayAgreement(
  { refund, sendsBack, exchanges }: { refund: string | null; sendsBack: boolean; exchanges: boolean },
  { agreement }: ReturnWords = vi,
): string {
  if (refund === null && !exchanges && !sendsBack) return say(agreement.all, { parts: agreement.answer })
  const parts = [
    refund && say(agreement.refund, { amount: refund }),
    exchanges && agreement.exchanges,
    sendsBack ? agreement.sendsBack : agreement.keeps,
  ]
  return say(agreement.all, { parts: parts.filter(Boolean).join('; ') })
}
