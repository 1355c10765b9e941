import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readPhone, readWholeNumber } from '@dacsan/vietnam'
import { z } from 'zod'
import { nameText, optionalDay, optionalLine, optionalText } from '../../optional-fields.ts'
import { readHours } from './rules/hours.ts'
import { readPosition } from './rules/position.ts'
import { inputWords as words } from './words/inputs.ts'

const pointId = idInput('pos', words.pageTooOld)
const line = (longest: number, says: string) => z.string(says).trim().normalize('NFC').min(2, says).max(longest, says)
const text = (longest: number) => optionalText(longest).transform((typed) => typed ?? '')
const day = z.iso.date(words.day)
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && value !== ''))

const position = z.string(words.position).transform((typed, check) => {
  const read = readPosition(typed)
  if (read) return read
  check.addIssue({ code: 'custom', message: words.position })
  return z.NEVER
})
const hours = text(400).refine((typed) => readHours(typed) !== null, words.hours)
const phone = optionalLine(30).transform((typed, check) => {
  if (typed === null) return null
  const read = readPhone(typed)
  if (read) return read
  check.addIssue({ code: 'custom', message: words.phone })
  return z.NEVER
})

export const pointFields = z.object({
  name: nameText(160),
  operatorId: idInput('org', words.operator),
  communeCode: z.string(words.commune).regex(/^\d{5}$/, words.commune),
  address: line(300, words.address),
  position,
  hours,
  about: text(1000),
  phone,
  phoneAgreedOn: optionalDay(),
})
const agreed = <T extends { phone: string | null; phoneAgreedOn: string | null }>(fields: T, check: z.RefinementCtx<T>) => {
  if (fields.phone !== null && fields.phoneAgreedOn === null)
    check.addIssue({ code: 'custom', path: ['phoneAgreedOn'], message: words.phoneAgreed })
}
export const registerPointInput = pointFields.extend({ requestKey }).superRefine(agreed)
export type RegisterPointInput = z.infer<typeof registerPointInput>
export const changePointInput = pointFields.extend({ pointId }).superRefine(agreed)
export type ChangePointInput = z.infer<typeof changePointInput>

const several = <Item extends z.ZodType>(item: Item, limit: number) =>
  z.preprocess((sent) => (sent === undefined || sent === '' ? [] : [sent].flat()), z.array(item).max(limit))
export const inspectPointInput = z.object({
  pointId,
  visitedOn: day,
  /** The criteria that the form showed: others meanwhile, and it is asked again. */
  version: z.string().max(80),
  met: several(z.string().max(40), 40),
  note: text(2000),
  requestKey,
})
export type InspectPointInput = z.infer<typeof inspectPointInput>

const money = z
  .union([z.number(), z.string().transform((typed) => readWholeNumber(typed))], words.money)
  .pipe(z.number(words.money).int(words.money).min(1, words.money).max(1_000_000_000_000, words.money))
export const recognisePointInput = z
  .object({
    pointId,
    number: line(80, words.number),
    on: day,
    supportVnd: z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), money.nullable()),
    supportNumber: optionalLine(80),
  })
  .refine(({ supportVnd, supportNumber }) => (supportVnd === null) === (supportNumber === null), {
    path: ['supportNumber'],
    message: words.support,
  })
export type RecognisePointInput = z.infer<typeof recognisePointInput>
export const withdrawPointInput = z.object({ pointId, number: line(80, words.number), on: day, reason: line(500, words.reason) })
export type WithdrawPointInput = z.infer<typeof withdrawPointInput>
export const photographPointInput = z.object({ pointId, caption: line(200, words.caption), isPublic: ticked, requestKey })
export type PhotographPointInput = z.infer<typeof photographPointInput>
