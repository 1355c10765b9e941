import { carrierNames } from '@dacsan/carriers'
import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readPhone } from '@dacsan/vietnam'
import { z } from 'zod'
import { inputWords as words } from './words/inputs.ts'

const text = (most: number) => z.string().trim().normalize('NFC').max(most, words.tooLong(most))
const needed = (most: number, says: string) => text(most).min(1, says)
const secret = z.string().trim().max(400, words.secret).default('')
const phone = z.string().transform((typed, { addIssue }) => {
  const digits = readPhone(typed)
  if (digits !== undefined) return digits
  addIssue(words.phone)
  return z.NEVER
})
/** Whole đồng, grams or centimetres, with the points that people type. */
const whole = (least: number, most: number, says: string) =>
  z
    .union([z.string(), z.number()])
    .transform((typed) => (typeof typed === 'number' ? typed : typed.trim() === '' ? 0 : Number(typed.replaceAll(/[.\s]/g, ''))))
    .pipe(z.number(says).int(says).min(least, says).max(most, says))

const senderFields = {
  senderName: needed(100, words.sender),
  senderPhone: phone,
  senderAddress: needed(200, words.address),
  senderCommune: needed(100, words.commune),
  senderDistrict: text(100).default(''),
  senderProvince: needed(100, words.province),
}
const secretFields = { token: secret, shopId: secret, clientSource: secret, username: secret, password: secret, customerCode: secret }

const grouped = <T extends z.infer<z.ZodObject<typeof senderFields & typeof secretFields>>>({
  senderName,
  senderPhone,
  senderAddress,
  senderCommune,
  senderDistrict,
  senderProvince,
  token,
  shopId,
  clientSource,
  username,
  password,
  customerCode,
  ...rest
}: T) => ({
  ...rest,
  sender: {
    name: senderName,
    phone: senderPhone,
    address: senderAddress,
    commune: senderCommune,
    district: senderDistrict,
    province: senderProvince,
  },
  secrets: { token, shopId, clientSource, username, password, customerCode },
})

export const connectInput = z
  .object({ carrier: z.enum(carrierNames, words.carrier), ...senderFields, ...secretFields })
  .transform((typed) => grouped(typed))
export type ConnectInput = z.infer<typeof connectInput>

const accountId = idInput('cac', words.pageTooOld)
export const rotateInput = z.object({ accountId, ...senderFields, ...secretFields }).transform((typed) => grouped(typed))
export type RotateInput = z.infer<typeof rotateInput>
export const endAccountInput = z.object({ accountId })
export type EndAccountInput = z.infer<typeof endAccountInput>

const parcelFields = {
  toCommune: needed(100, words.commune),
  toDistrict: text(100).default(''),
  toProvince: needed(100, words.province),
  grams: whole(1, 100_000, words.grams),
  lengthCentimetres: whole(1, 300, words.centimetres),
  widthCentimetres: whole(1, 300, words.centimetres),
  heightCentimetres: whole(1, 300, words.centimetres),
  codVnd: whole(0, 1_000_000_000, words.money),
  needsCold: z.preprocess((typed) => typed === '1' || typed === true, z.boolean()).default(false),
  note: text(200).default(''),
}
export const quoteParcelInput = z.object({ orderId: idInput('ord'), ...parcelFields })
export type QuoteParcelInput = z.infer<typeof quoteParcelInput>
export const createParcelInput = z.object({
  orderId: idInput('ord'),
  accountId: idInput('cac', words.carrier),
  quotedVnd: whole(0, 1_000_000_000, words.money).optional(),
  requestKey,
  ...parcelFields,
})
export type CreateParcelInput = z.infer<typeof createParcelInput>

/** The code that the carrier's own page shows; open: it has no such parcel. */
export const settleParcelInput = z.object({
  parcelId: idInput('pcl', words.pageTooOld),
  carrierCode: z
    .string()
    .trim()
    .regex(/^(?:[\w.-]{3,60})?$/, words.carrierCode)
    .default(''),
})
export type SettleParcelInput = z.infer<typeof settleParcelInput>

export const takePayoutInput = z.object({
  payoutId: idInput('cpo', words.pageTooOld),
  /** Open: the money is typed in. */
  bankLineId: z.preprocess((typed) => (typed === '' ? undefined : typed), idInput('bln', words.credit).optional()),
  receivedVnd: whole(0, 100_000_000_000, words.money).optional(),
  receivedOn: z.preprocess((typed) => (typed === '' ? undefined : typed), z.iso.date(words.day).optional()),
  note: text(300).default(''),
})
export type TakePayoutInput = z.infer<typeof takePayoutInput>

export const answerPayoutInput = z.object({
  lineId: idInput('cpl', words.pageTooOld),
  answer: z.enum(['accepted', 'claimed', 'assigned', 'set-aside'], words.answer),
  parcelCode: text(60).default(''),
  note: text(300).default(''),
})
export type AnswerPayoutInput = z.infer<typeof answerPayoutInput>
