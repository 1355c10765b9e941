import type { ListingStatus, LotSale, QuantityRefusal, SellerStatus } from '../rules.ts'
import { say } from '../../say.ts'
import { vi } from './buyer/vi.ts'
import type { BuyerWords } from './buyer/vi.ts'
import type { Tone } from './tones.ts'

type Tags<Status extends string> = Record<Status, { tone: Tone; words: string }>

export const listingTags = {
  draft: { tone: 'neutral', words: 'Bản nháp' },
  waiting: { tone: 'water', words: 'Chờ duyệt' },
  returned: { tone: 'warn', words: 'Trả lại để sửa' },
  published: { tone: 'good', words: 'Đang bán' },
  paused: { tone: 'neutral', words: 'Tạm ngừng bán' },
  'held-back': { tone: 'warn', words: 'Đã đăng, chưa bán được' },
} satisfies Tags<ListingStatus | 'held-back'>

export const sellerTags = {
  unverified: { tone: 'warn', words: 'Chưa xác minh' },
  verified: { tone: 'good', words: 'Đã xác minh' },
  'run-out': { tone: 'warn', words: 'Giấy tờ hết hạn' },
  suspended: { tone: 'bad', words: 'Đang tạm ngừng' },
} satisfies Tags<SellerStatus | 'suspended'>

/** The same in words alone, where a list says them. */
export const listingWords = {
  none: 'Chưa đăng bán',
  draft: listingTags.draft.words,
  waiting: listingTags.waiting.words,
  returned: listingTags.returned.words,
  published: listingTags.published.words,
  paused: listingTags.paused.words,
  'held-back': listingTags['held-back'].words,
} as const
/** The same of what was handed in, where the office lists it. */
export const postedWords = {
  waiting: listingTags.waiting.words,
  returned: listingTags.returned.words,
  published: listingTags.published.words,
  paused: listingTags.paused.words,
} as const
export const sellerWords = {
  unverified: sellerTags.unverified.words,
  'run-out': sellerTags['run-out'].words,
  verified: sellerTags.verified.words,
  suspended: sellerTags.suspended.words,
} as const

/** What a lot on the shelf is marked with; nothing while it sells. */
export const lotTags: Record<LotSale, { tone: Tone; words: string } | null> = {
  sellable: null,
  recalled: { tone: 'bad', words: 'Đã thu hồi' },
  'not-sellable': { tone: 'warn', words: 'Không bán được' },
}

/** How long the goods of a lot keep, behind its number or quantity. */
export const sayExpiry = (date: string, words: BuyerWords = vi) => say(words.order.expiry, { date })

/** In which numbers something is sold. */
export function sayNumbers({ least, multiple }: { least: number; multiple: number }, { numbers }: BuyerWords = vi): string {
  if (multiple === 1) return say(numbers.from, { least })
  return say(least > multiple ? numbers.both : numbers.multiples, { least, multiple })
}

type CartProblem = QuantityRefusal | { code: 'not-for-sale' } | { code: 'sold-out' }
type Of<Code extends CartProblem['code']> = Extract<CartProblem, { code: Code }>

const problemWords = {
  'not-for-sale': (_, __, { problem }) => problem['not-for-sale'],
  'over-limit': ({ limit }, _, { problem }) => say(problem['over-limit'], { limit }),
  'quantity-not-sold': ({ next, ...numbers }, _, words) =>
    say(words.problem['quantity-not-sold'], { numbers: sayNumbers(numbers, words), next }),
  'sold-out': (_, available, { problem }) => say(problem[available > 0 ? 'only-left' : 'sold-out'], { available }),
} satisfies { [Code in CartProblem['code']]: (problem: Of<Code>, available: number, words: BuyerWords) => string }

/** Why a line of the cart cannot be ordered as it is; null where it can. */
export function sayCartProblem(
  { problem, available }: { problem: CartProblem | null; available: number },
  words: BuyerWords = vi,
): string | null {
  return (
    problem &&
    (problemWords[problem.code] as (problem: CartProblem, available: number, words: BuyerWords) => string)(problem, available, words)
  )
}
