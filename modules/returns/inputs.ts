import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readWholeNumber } from '@dacsan/vietnam'
import { z } from 'zod'
import { wishes } from './acts.ts'
import { inputWords as words } from './words/inputs.ts'

const returnId = idInput('ret', words.pageTooOld)
const longest = 2000
const text = z.string().trim().normalize('NFC').max(longest, words.tooLong(longest)).default('')
const saidText = z.string(words.words).trim().normalize('NFC').min(3, words.words).max(longest, words.tooLong(longest))
const whole = (message: string) =>
  z.union([z.number(), z.string().transform((typed) => readWholeNumber(typed))]).pipe(z.number(message).int(message))
const quantity = whole(words.quantity).pipe(z.number().min(1, words.quantity).max(1_000_000, words.quantity))
/** A tick of a form. */
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && value !== ''))

export const mostPhotos = 6

/** `lines`: by the id of a line of the order, how much of it; what is empty is not asked back. */
export const askReturnInput = z.object({
  reason: z.string(words.reason).regex(/^[a-z-]{2,31}$/, words.reason),
  wanted: z.enum(wishes, words.wanted),
  words: saidText,
  lines: z.array(z.object({ orderLineId: idInput('oln', words.pageTooOld), quantity })).max(100),
  requestKey,
})
export type AskReturnInput = z.infer<typeof askReturnInput>

export const sayInput = z.object({ returnId, words: saidText, requestKey })
export type SayInput = z.infer<typeof sayInput>

export const caseInput = z.object({ returnId })
export type CaseInput = z.infer<typeof caseInput>

export const reasonedInput = z.object({ returnId, words: saidText })
export type ReasonedInput = z.infer<typeof reasonedInput>

export const agreeInput = z.object({
  returnId,
  refundVnd: z.preprocess((typed) => (typed === '' ? 0 : typed), whole(words.amount).pipe(z.number().min(0, words.amount))),
  sendsBack: ticked,
  exchanges: ticked,
  words: text,
})
export type AgreeInput = z.infer<typeof agreeInput>

/** `goods`: the line of the order, the lot, the pack and the place, as the form names them together. */
const goods = z
  .string(words.goods)
  .transform((typed) => typed.split(' '))
  .pipe(
    z.tuple(
      [idInput('oln', words.goods), idInput('lot', words.goods), idInput('pck', words.goods), idInput('plc', words.goods)],
      words.goods,
    ),
  )
  .transform(([orderLineId, lotId, packId, placeId]) => ({ orderLineId, lotId, packId, placeId }))

export const receiveInput = z.object({
  returnId,
  goods,
  quantity,
  fate: z.enum(['restocked', 'destroyed'], words.fate),
  note: text,
  requestKey,
})
export type ReceiveInput = z.infer<typeof receiveInput>

export const sendInput = z.object({ returnId, goods, quantity, note: text, requestKey })
export type SendInput = z.infer<typeof sendInput>

export const publishOfferInput = z.object({
  reasons: z.array(
    z.object({ key: z.string().regex(/^[a-z-]{2,31}$/), days: whole(words.days).pipe(z.number().min(0, words.days).max(365, words.days)) }),
  ),
})
export type PublishOfferInput = z.infer<typeof publishOfferInput>
