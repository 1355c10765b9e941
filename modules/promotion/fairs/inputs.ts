import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readPhone, readWholeNumber } from '@dacsan/vietnam'
import { z } from 'zod'
import { aisles } from '../../catalogue/rules.ts'
import { hourInput } from '../hour-input.ts'
import { nameText, optionalDay, optionalLine, optionalText } from '../../optional-fields.ts'
import { saleSources, visitMethods } from './acts.ts'
import { inputWords as words } from './words/inputs.ts'

const fairId = idInput('fai', words.pageTooOld)
const applicationId = idInput('fap', words.pageTooOld)
const line = (longest: number, says: string) => z.string(says).trim().normalize('NFC').min(2, says).max(longest, says)
const text = (longest: number) => optionalText(longest).transform((typed) => typed ?? '')
const day = z.iso.date(words.day)
const whole = (says: string, least: number, most: number) =>
  z
    .union([z.number(), z.string().transform((typed) => readWholeNumber(typed))], says)
    .pipe(z.number(says).int(says).min(least, says).max(most, says))
const most = 1_000_000_000_000
const money = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? 0 : typed),
  z
    .union([z.number(), z.string().transform((typed) => readWholeNumber(typed))], words.money)
    .pipe(z.number(words.money).int(words.money).min(0, words.money).max(most, words.money)),
)
/** A tick of a form. */
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && value !== ''))
const several = <Item extends z.ZodType>(item: Item, limit: number) =>
  z.preprocess((sent) => (sent === undefined || sent === '' ? [] : [sent].flat()), z.array(item).max(limit))

const hour = hourInput(words.hour)

/** One kind of stand a line: `Gian tiêu chuẩn 3 × 3 m; 8.000.000; 5.000.000`, what it costs and what of it is paid. */
const kinds = z.string(words.kinds).transform((typed, check) => {
  const read = typed
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [says = '', cost = '0', support = '0'] = one.split(';').map((part) => part.trim())
      return { says, costVnd: readWholeNumber(cost), supportVnd: readWholeNumber(support) }
    })
  const wrong = read.find(
    ({ says, costVnd, supportVnd }) =>
      says.length < 2 || says.length > 80 || costVnd === undefined || supportVnd === undefined || supportVnd > costVnd || costVnd > most,
  )
  if (wrong || read.length > 12) {
    check.addIssue({ code: 'custom', message: words.kindLine(wrong?.says ?? '') })
    return z.NEVER
  }
  return read as { says: string; costVnd: number; supportVnd: number }[]
})

export const fairFields = z.object({
  name: nameText(160),
  theme: text(300),
  isInside: z.enum(['inside', 'outside'], words.where).transform((chosen) => chosen === 'inside'),
  venue: line(300, words.venue),
  organiser: line(200, words.organiser),
  opensOn: day,
  closesOn: day,
  letterNumber: line(60, words.letter),
  letterOn: day,
  applyBy: hour,
  stands: whole(words.stands, 1, 2000),
  wanted: several(z.enum(aisles), aisles.length),
  samples: text(500),
  kinds,
  exemptNumber: optionalLine(60),
  exemptOn: optionalDay(),
  registeredNumber: optionalLine(60),
  registeredOn: optionalDay(),
})
const paired = (a: unknown, b: unknown) => (a === null) === (b === null)
type Papers = Pick<z.infer<typeof fairFields>, 'exemptNumber' | 'exemptOn' | 'registeredNumber' | 'registeredOn'>
const bothOrNone = <T extends Papers>(fields: T, check: z.RefinementCtx<T>) => {
  if (!paired(fields.exemptNumber, fields.exemptOn)) check.addIssue({ code: 'custom', path: ['exemptNumber'], message: words.both })
  if (!paired(fields.registeredNumber, fields.registeredOn))
    check.addIssue({ code: 'custom', path: ['registeredNumber'], message: words.both })
}
export const createFairInput = fairFields.extend({ requestKey }).superRefine(bothOrNone)
export type CreateFairInput = z.infer<typeof createFairInput>
export const changeFairInput = fairFields.extend({ fairId }).superRefine(bothOrNone)
export type ChangeFairInput = z.infer<typeof changeFairInput>
export const fairInput = z.object({ fairId })
export type FairInput = z.infer<typeof fairInput>
export const cancelFairInput = z.object({ fairId, reason: line(500, words.reason) })
export type CancelFairInput = z.infer<typeof cancelFairInput>
export const reportFairInput = z.object({ fairId, words: text(4000) })
export type ReportFairInput = z.infer<typeof reportFairInput>

const phone = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? null : typed),
  z
    .string()
    .max(30)
    .transform((typed, check) => {
      const read = readPhone(typed)
      if (read) return read
      check.addIssue({ code: 'custom', message: words.phone })
      return z.NEVER
    })
    .nullable(),
)
const wishes = z.object({
  productId: several(idInput('prd', words.pageTooOld), 60),
  standKind: z.string(words.kind).min(1, words.kind).max(40),
  needsPower: ticked,
  needsCold: ticked,
  promisesSamples: ticked,
  contactName: line(120, words.contact),
  contactPhone: phone,
  showsContact: ticked,
  foodSafetyNumber: optionalLine(80),
  foodSafetyUntil: optionalDay(),
  note: text(1000),
})
/** `producerId`: whom an officer enters it for who telephoned. */
export const applyInput = wishes.extend({ fairId, producerId: idInput('pro', words.producer).optional(), requestKey })
export type ApplyInput = z.infer<typeof applyInput>
export const changeApplicationInput = wishes.extend({ applicationId })
export type ChangeApplicationInput = z.infer<typeof changeApplicationInput>
export const applicationInput = z.object({ applicationId })
export type ApplicationInput = z.infer<typeof applicationInput>
export const saidInput = z.object({ applicationId, words: line(2000, words.words) })
export type SaidInput = z.infer<typeof saidInput>
export const reasonedInput = z.object({ applicationId, words: text(1000) })
export type ReasonedInput = z.infer<typeof reasonedInput>
export const substituteInput = z.object({ applicationId, absentId: applicationId })
export type SubstituteInput = z.infer<typeof substituteInput>

export const allotInput = z.object({ fairId, mark: z.string().max(200_000) })
export type AllotInput = z.infer<typeof allotInput>

export const planInput = z.object({ fairId, plan: z.string().max(60_000) })
export type PlanInput = z.infer<typeof planInput>
export const placeInput = z.object({
  fairId,
  standId: idInput('fst', words.pageTooOld),
  applicationId: z.preprocess((typed) => (typed === '' ? null : typed), applicationId.nullable()),
})
export type PlaceInput = z.infer<typeof placeInput>

export const salesInput = z.object({
  applicationId,
  day,
  cashVnd: money,
  transferVnd: money,
  orderVnd: money,
  shopVnd: money,
  /** Said by an officer alone: somebody counted, or the stand told it. */
  knownBy: z.enum(saleSources).optional(),
  requestKey,
})
export type SalesInput = z.infer<typeof salesInput>
export const visitsInput = z.object({
  fairId,
  day,
  visits: whole(words.visits, 0, 10_000_000),
  countedBy: z.enum(visitMethods, words.method),
  requestKey,
})
export type VisitsInput = z.infer<typeof visitsInput>
export const costInput = z.object({
  applicationId,
  contractNumber: line(60, words.contract),
  contractOn: day,
  priceVnd: money,
  supportedVnd: money,
  budget: line(120, words.budget),
  requestKey,
})
export type CostInput = z.infer<typeof costInput>
export const resultInput = z.object({
  applicationId,
  afterDays: whole(words.afterDays, 1, 730),
  contracts: z.preprocess((typed) => (typed === '' ? 0 : typed), whole(words.contracts, 0, 10_000)),
  contractVnd: money,
  salesVnd: money,
  method: line(300, words.howKnown),
  requestKey,
})
export type ResultInput = z.infer<typeof resultInput>
