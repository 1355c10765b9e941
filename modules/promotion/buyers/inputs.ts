import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readPhone, readWholeNumber } from '@dacsan/vietnam'
import { z } from 'zod'
import { aisles } from '../../catalogue/rules.ts'
import { optionalDay, optionalLine, optionalText } from '../../optional-fields.ts'
import { buyerKinds, endReasons, needs, slotOutcomes } from './rules/choices.ts'
import { stages } from './rules/stages.ts'
import { inputWords as words } from './words/inputs.ts'

const line = (longest: number, says: string) => z.string(says).trim().normalize('NFC').min(2, says).max(longest, says)
const short = (longest: number, says: string) => z.string(says).trim().normalize('NFC').min(1, says).max(longest, says)
const text = (longest: number) => optionalText(longest).transform((typed) => typed ?? '')
const day = z.iso.date(words.day)
const whole = (says: string, least: number, most: number) =>
  z
    .union([z.number(), z.string().transform((typed) => readWholeNumber(typed))], says)
    .pipe(z.number(says).int(says).min(least, says).max(most, says))
const maybe = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), item.nullable())
const money = maybe(whole(words.money, 1, 1_000_000_000_000))
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && value !== ''))
const several = <Item extends z.ZodType>(item: Item, limit: number) =>
  z.preprocess((sent) => (sent === undefined || sent === '' ? [] : [sent].flat()), z.array(item).max(limit))
const choice = <const Options extends readonly [string, ...string[]]>(options: Options, says: string) => z.enum(options, says)

const ids = {
  enquiry: idInput('beq', words.pageTooOld),
  relation: idInput('brl', words.pageTooOld),
  session: idInput('mts', words.pageTooOld),
  producer: idInput('pro', words.pageTooOld),
}
const fairId = maybe(idInput('fai', words.pageTooOld))

export const askInput = z.object({
  kind: choice(buyerKinds, words.kind),
  buyerName: line(160, words.buyerName),
  goods: line(400, words.goods),
  aisle: maybe(z.enum(aisles)),
  product: optionalLine(120),
  perMonth: whole(words.perMonth, 1, 10_000_000),
  unit: short(30, words.unit),
  region: line(120, words.region),
  needs: several(z.enum(needs), needs.length),
  note: text(1000),
  contactName: line(120, words.contactName),
  contactPhone: z
    .string()
    .trim()
    .default('')
    .transform((typed) => (typed === '' ? null : (readPhone(typed) ?? '')))
    .refine((read) => read !== '', words.phone),
  contactEmail: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? null : typed),
    z.email(words.email).trim().toLowerCase().max(200, words.email).nullable().default(null),
  ),
  consent: z.literal(['1', 'on', 'true'], words.consent),
  fairId: fairId.optional().transform((id) => id ?? null),
  requestKey,
})
export type AskInput = z.infer<typeof askInput>

export const introduceInput = z.object({ enquiryId: ids.enquiry, producerId: several(ids.producer, 30), fairId })
export type IntroduceInput = z.infer<typeof introduceInput>
export const closeEnquiryInput = z.object({ enquiryId: ids.enquiry, reason: line(600, words.reason) })
export type CloseEnquiryInput = z.infer<typeof closeEnquiryInput>

export const offerInput = z.object({
  relationId: ids.relation,
  packId: maybe(idInput('pck', words.pageTooOld)),
  goods: text(200),
  unit: text(30),
  priceVnd: money,
  leastNumber: whole(words.leastNumber, 1, 10_000_000),
  givesSample: ticked,
  leadDays: whole(words.leadDays, 0, 365),
  shelfLifeDays: maybe(whole(words.shelfLifeDays, 1, 3650)),
  validUntil: day,
  words: text(1000),
  requestKey,
})
export type OfferInput = z.infer<typeof offerInput>
export const relationInput = z.object({ relationId: ids.relation })
export type RelationInput = z.infer<typeof relationInput>

export const advanceInput = z.object({
  relationId: ids.relation,
  stage: choice(stages, words.stage),
  onDay: day,
  buyerParty: optionalLine(200),
  producerParty: optionalLine(200),
  untilOn: optionalDay(words.day),
  leastVnd: money,
  mostVnd: money,
  reason: maybe(z.enum(endReasons)),
  words: text(1000),
  requestKey,
})
export type AdvanceInput = z.infer<typeof advanceInput>
const seq = whole(words.pageTooOld, 1, 10_000)
export const correctStepInput = z.object({ relationId: ids.relation, seq, words: line(1000, words.words), requestKey })
export type CorrectStepInput = z.infer<typeof correctStepInput>
export const confirmStepInput = z.object({ relationId: ids.relation, seq })
export type ConfirmStepInput = z.infer<typeof confirmStepInput>

export const planSessionInput = z.object({
  name: line(160, words.name),
  venue: line(200, words.venue),
  heldOn: day,
  startsAt: z.string(words.startsAt).trim().regex(/^([01]\d|2[0-3]):[0-5]\d$/, words.startsAt), // prettier-ignore
  slotMinutes: whole(words.slotMinutes, 5, 120),
  rounds: whole(words.rounds, 1, 40),
  tables: whole(words.tables, 1, 100),
  fairId,
  requestKey,
})
export type PlanSessionInput = z.infer<typeof planSessionInput>
export const sessionInput = z.object({ sessionId: ids.session })
export type SessionInput = z.infer<typeof sessionInput>
export const wishInput = z.object({
  sessionId: ids.session,
  code: line(40, words.pageTooOld),
  producerId: several(ids.producer, 30),
  isWish: ticked,
})
export type WishInput = z.infer<typeof wishInput>
const pair = { sessionId: ids.session, enquiryId: ids.enquiry, producerId: ids.producer }
export const moveSlotInput = z.object({ ...pair, round: whole(words.place, 1, 40), table: whole(words.place, 1, 100) })
export type MoveSlotInput = z.infer<typeof moveSlotInput>
export const noteSlotInput = z.object({ ...pair, outcome: choice(slotOutcomes, words.outcome), words: text(600) })
export type NoteSlotInput = z.infer<typeof noteSlotInput>
export const cancelSessionInput = z.object({ sessionId: ids.session, reason: line(600, words.reason) })
export type CancelSessionInput = z.infer<typeof cancelSessionInput>
