import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { standPayments } from './rules/sale.ts'
import { inputWords as words } from './words/inputs.ts'

const applicationId = idInput('fap', words.pageTooOld)
const blank = (typed: unknown) => typed === undefined || (typeof typed === 'string' && typed.trim() === '')

/** A number as people write it: `120.000`, `120 000`. */
const whole = (says: string, most: number) =>
  z
    .union([z.string(), z.number()])
    .transform((typed) =>
      typeof typed === 'number' ? typed : /^\d[\d. ]*$/.test(typed.trim()) ? Number(typed.replaceAll(/[. ]/g, '')) : NaN,
    )
    .pipe(z.number(says).int(says).min(1, says).max(most, says))

export const choosePlaceInput = z.object({ applicationId, placeId: idInput('plc', words.place) })
export type ChoosePlaceInput = z.infer<typeof choosePlaceInput>

export const standSaleInput = z.object({
  applicationId,
  lines: z
    .array(
      z.object({
        packId: idInput('pck', words.pageTooOld),
        quantity: whole(words.quantity, 100_000),
        unitVnd: whole(words.price, 1_000_000_000),
      }),
    )
    .max(200),
  paidBy: z.enum(standPayments, words.paidBy),
  /** By the clock of the telephone that kept it while there was no signal; left out: now. */
  soldAt: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .optional(),
  requestKey,
})
export type StandSaleInput = z.infer<typeof standSaleInput>

/** The same as a form sends it: a quantity and a price beside the id of each pack; packs of which none was sold are no lines. */
export const standSaleForm = z.preprocess((typed) => {
  const form = typed as Record<string, unknown>
  const lines = Object.keys(form).flatMap((name) => {
    const packId = /^quantity-(pck_\w+)$/.exec(name)?.[1]
    const quantity = form[name]
    return packId === undefined || blank(quantity) || quantity === '0' ? [] : [{ packId, quantity, unitVnd: form[`price-${packId}`] }]
  })
  return { ...form, lines, soldAt: blank(form['soldAt']) ? undefined : form['soldAt'] }
}, standSaleInput)

export const takeBackSaleInput = z.object({
  applicationId,
  saleId: idInput('ssl', words.pageTooOld),
  reason: z.string().trim().min(1, words.reason).max(300, words.reason),
})
export type TakeBackSaleInput = z.infer<typeof takeBackSaleInput>

export const bookGoodsInput = z.object({ applicationId })
export type BookGoodsInput = z.infer<typeof bookGoodsInput>
