import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readWholeNumber } from '@dacsan/vietnam'
import { z } from 'zod'
import { optionalDay, optionalText } from '../../optional-fields.ts'
import { writtenCauses } from './acts.ts'
import { inputWords as words } from './words/inputs.ts'

const consignmentId = idInput('csg', words.pageTooOld)
const lotId = idInput('lot', words.pageTooOld)
const packId = idInput('pck', words.pageTooOld)
const line = (longest: number, says: string) => z.string(says).trim().normalize('NFC').min(2, says).max(longest, says)
const text = (longest: number) => optionalText(longest).transform((typed) => typed ?? '')
const day = z.iso.date(words.day)
const whole = (says: string, least: number, most: number) =>
  z
    .union([z.number(), z.string().transform((typed) => readWholeNumber(typed))], says)
    .pipe(z.number(says).int(says).min(least, says).max(most, says))
const quantity = whole(words.quantity, 1, 1_000_000)
const bearer = z.enum(['owner', 'point'], words.bearer)

/** `12,5` or `12.50`: kept as it is written, for exact sums. */
const percent = z
  .string(words.percent)
  .trim()
  .transform((typed) => typed.replace(',', '.'))
  .pipe(
    z
      .string()
      .regex(/^\d{1,3}(\.\d{1,2})?$/, words.percent)
      .refine((typed) => Number(typed) <= 100, words.percent),
  )

const terms = z.object({
  contractNumber: line(80, words.contract),
  contractOn: day,
  commissionPercent: percent,
  spoiledBy: bearer,
  expiredBy: bearer,
  payWithinDays: whole(words.payDays, 0, 90),
  validFrom: day,
  validTo: optionalDay(words.day),
})
export const proposeInput = terms.extend({ pointId: idInput('pos', words.pageTooOld), requestKey })
export type ProposeInput = z.infer<typeof proposeInput>
export const reviseInput = terms.extend({ consignmentId, requestKey })
export type ReviseInput = z.infer<typeof reviseInput>
export const consignmentInput = z.object({ consignmentId })
export type ConsignmentInput = z.infer<typeof consignmentInput>
export const agreeInput = z.object({ consignmentId, termsId: idInput('cst', words.pageTooOld) })
export type AgreeInput = z.infer<typeof agreeInput>

const carried = { carrier: line(120, words.carrier), vehicle: line(60, words.vehicle), reason: line(200, words.reason) }
const sent = z.object({
  lotId,
  packId,
  placeId: idInput('plc', words.pageTooOld),
  quantity,
  priceVnd: whole(words.price, 1, 1_000_000_000),
})
export const sendInput = z.object({
  consignmentId,
  ...carried,
  vatName: z.string().min(1).max(40),
  lines: z.array(sent).max(100),
  requestKey,
})
export type SendInput = z.infer<typeof sendInput>
export const sendBackInput = z.object({
  consignmentId,
  ...carried,
  lines: z.array(z.object({ lotId, packId, quantity })).max(100),
  requestKey,
})
export type SendBackInput = z.infer<typeof sendBackInput>
export const receiveInput = z.object({
  noteId: idInput('csd', words.pageTooOld),
  minute: text(1000),
  lines: z
    .array(z.object({ line: z.number().int(), received: whole(words.received, 0, 1_000_000), broken: whole(words.received, 0, 1_000_000) }))
    .max(100),
})
export type ReceiveInput = z.infer<typeof receiveInput>
export const sellInput = z.object({
  consignmentId,
  lotId,
  packId,
  quantity,
  /** The price that the page showed. */
  priceVnd: z.coerce.number().int(),
  requestKey,
})
export type SellInput = z.infer<typeof sellInput>
export const cancelSaleInput = z.object({ entryId: idInput('cse', words.pageTooOld) })
export type CancelSaleInput = z.infer<typeof cancelSaleInput>
export const loseInput = z.object({
  consignmentId,
  lotId,
  packId,
  quantity,
  cause: z.enum(writtenCauses, words.cause),
  note: line(300, words.reason),
  requestKey,
})
export type LoseInput = z.infer<typeof loseInput>
export const settleInput = z.object({
  consignmentId,
  minute: text(1000),
  counts: z.array(z.object({ lotId, packId, counted: whole(words.counted, 0, 1_000_000), note: text(300) })).max(300),
  requestKey,
})
export type SettleInput = z.infer<typeof settleInput>
export const statementInput = z.object({ statementId: idInput('csm', words.pageTooOld) })
export type StatementInput = z.infer<typeof statementInput>
export const withdrawStatementInput = z.object({ statementId: idInput('csm', words.pageTooOld), reason: line(500, words.reason) })
export type WithdrawStatementInput = z.infer<typeof withdrawStatementInput>

type Form = Record<string, unknown>
const blank = (typed: unknown) => typed === undefined || (typeof typed === 'string' && typed.trim() === '')
/** Fields of a form that stand beside goods: `quantity-lot_1-pck_2-plc_3`. */
const rowsOf = (form: Form, field: string) =>
  Object.keys(form).flatMap((name) => {
    const [, row, lot, pack, place] = new RegExp(`^${field}-((lot_\\w+)-(pck_\\w+?)(?:-(plc_\\w+))?)$`).exec(name) ?? []
    return row === undefined || blank(form[name]) ? [] : [{ row, lotId: lot, packId: pack, placeId: place, typed: form[name] }]
  })

const formOf = <Schema extends z.ZodType>(schema: Schema, read: (form: Form) => Form) =>
  z.preprocess((typed) => ({ ...(typed as Form), ...read(typed as Form) }), schema)

export const sendForm = formOf(sendInput, (form) => ({
  lines: rowsOf(form, 'quantity').map(({ row, typed, ...goods }) => ({ ...goods, quantity: typed, priceVnd: form[`price-${row}`] ?? '' })),
}))
export const sendBackForm = formOf(sendBackInput, (form) => ({
  lines: rowsOf(form, 'quantity').map(({ typed, lotId: lot, packId: pack }) => ({ lotId: lot, packId: pack, quantity: typed })),
}))
export const settleForm = formOf(settleInput, (form) => ({
  counts: rowsOf(form, 'counted').map(({ row, typed, lotId: lot, packId: pack }) => ({
    lotId: lot,
    packId: pack,
    counted: typed,
    note: form[`note-${row}`],
  })),
}))
export const receiveForm = formOf(receiveInput, (form) => ({
  lines: Object.keys(form).flatMap((name) => {
    const [, number] = /^received-(\d{1,3})$/.exec(name) ?? []
    return number === undefined
      ? []
      : [{ line: Number(number), received: form[name], broken: blank(form[`broken-${number}`]) ? 0 : form[`broken-${number}`] }]
  }),
}))
