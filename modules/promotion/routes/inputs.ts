import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readPhone, readWholeNumber } from '@dacsan/vietnam'
import { z } from 'zod'
import { messageLanguages } from '../../message-kinds.ts'
import { nameText, optionalText } from '../../optional-fields.ts'
import { readPosition } from '../points-of-sale/rules/position.ts'
import { stopKinds } from './acts.ts'
import { inputWords as words } from './words/inputs.ts'

const routeId = idInput('rou', words.pageTooOld)
const stopId = idInput('rst', words.pageTooOld)
const enquiryId = idInput('ren', words.pageTooOld)
const host = idInput('org', words.host)
const line = (longest: number, says: string) => z.string(says).trim().normalize('NFC').min(2, says).max(longest, says)
const text = (longest: number) => optionalText(longest).transform((typed) => typed ?? '')
const day = z.iso.date(words.day)
const whole = (least: number, most: number, says: string) =>
  z
    .union([z.number(), z.string().transform((typed) => readWholeNumber(typed))], says)
    .pipe(z.number(says).int(says).min(least, says).max(most, says))
const several = <Item extends z.ZodType>(item: Item, most: number, says: string) =>
  z.preprocess((sent) => (sent === undefined || sent === '' ? [] : [sent].flat()), z.array(item).min(1, says).max(most, says))
const language = z.enum(messageLanguages, words.language)

export const routeFields = z.object({
  name: nameText(160),
  about: text(2000),
  hostId: host,
  months: several(whole(1, 12, words.months), 12, words.months).transform((given) => [...new Set(given)].toSorted((a, b) => a - b)),
  leastPeople: whole(1, 500, words.people),
  mostPeople: whole(1, 500, words.people),
  groupsADay: whole(1, 50, words.groups),
  languages: several(language, 3, words.language).transform((given) => [...new Set(given)]),
})
const turned = <T extends { leastPeople: number; mostPeople: number }>(fields: T, check: z.RefinementCtx<T>) => {
  if (fields.leastPeople > fields.mostPeople) check.addIssue({ code: 'custom', path: ['mostPeople'], message: words.peopleTurned })
}
export const registerRouteInput = routeFields.extend({ requestKey }).superRefine(turned)
export type RegisterRouteInput = z.infer<typeof registerRouteInput>
export const changeRouteInput = routeFields.extend({ routeId }).superRefine(turned)
export type ChangeRouteInput = z.infer<typeof changeRouteInput>
export const routeInput = z.object({ routeId })
export const recogniseRouteInput = z.object({ routeId, number: line(80, words.number), on: day })
export type RecogniseRouteInput = z.infer<typeof recogniseRouteInput>
export const endRouteInput = z.object({ routeId, reason: line(500, words.reason) })

const position = z.string(words.position).transform((typed, check) => {
  const read = readPosition(typed)
  if (read) return read
  check.addIssue({ code: 'custom', message: words.position })
  return z.NEVER
})
const noPoint = (sent: unknown) => (sent === '' || sent === undefined ? null : sent)
export const stopFields = z.object({
  kind: z.enum(stopKinds, words.kind),
  name: nameText(160),
  hostId: host,
  pointId: z.preprocess(noPoint, idInput('pos', words.point).nullable()),
  communeCode: z.string(words.commune).regex(/^\d{5}$/, words.commune),
  address: line(300, words.address),
  position,
  minutes: whole(5, 2880, words.minutes),
  about: text(1000),
  /** Which it is among the stops; the last where nothing is said. */
  place: z.preprocess(noPoint, whole(1, 60, words.place).nullable()),
})
export const addStopInput = stopFields.extend({ routeId, requestKey })
export type AddStopInput = z.infer<typeof addStopInput>
export const changeStopInput = stopFields.extend({ stopId })
export type ChangeStopInput = z.infer<typeof changeStopInput>
export const stopInput = z.object({ stopId })
export const leaveStopInput = z.object({ stopId, reason: line(300, words.reason) })

const phone = z.string(words.phone).transform((typed, check) => {
  const read = readPhone(typed)
  if (read) return read
  check.addIssue({ code: 'custom', message: words.phone })
  return z.NEVER
})
export const giveContactInput = z.object({ stopId, phone, agreedOn: day })
export type GiveContactInput = z.infer<typeof giveContactInput>

/** A stranger's form: what is wrong with it is said in the language of the page. */
export const enquireInput = z.object({
  visitOn: day,
  people: whole(1, 500, words.people),
  language,
  phone: text(30),
  note: text(500),
  requestKey,
})
export type EnquireInput = z.infer<typeof enquireInput>
export const answerEnquiryInput = z.object({ enquiryId, answer: text(500) })
export const declineEnquiryInput = z.object({ enquiryId, answer: line(500, words.reason) })
export const offerDayInput = z.object({ enquiryId, offeredOn: day, answer: text(500) })
