import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { isReachable } from '../identity/rules.ts'
import { optionalLine, optionalText } from '../optional-fields.ts'
import type { PackId } from '../catalogue/rules.ts'
import { recallReason } from '../traceability/index.ts'
import { readAmount } from '../traceability/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import { buyersDo, handlings, tallyKinds } from './acts.ts'
import { inputWords } from './words/inputs.ts'

const recallId = idInput('rcl', inputWords.pageTooOld)
const lotId = idInput('lot', inputWords.lot)
const whole = (message: string) =>
  z.preprocess((typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed), z.coerce.number(message).int(message))
const most = 1_000_000

/** A day of a search that may be left open; nonsense in an address is no day. */
const dayOrNot = z.preprocess((value) => value || undefined, z.iso.date().optional()).catch(undefined)

/** What lots are looked for by. */
export const findAffectedInput = z.object({
  q: z.string().trim().max(500).catch('').default(''),
  /** Codes of purchases of raw material, or of the areas where it grew. */
  input: z.string().trim().max(500).optional().catch(undefined),
  /** A GLN, or words of a name; and the days on which goods lay there. */
  place: z.string().trim().max(120).optional().catch(undefined),
  placeFrom: dayOrNot,
  placeTo: dayOrNot,
  /** Made on. */
  from: dayOrNot,
  to: dayOrNot,
})
export const findAffectedNames = [
  'q',
  'input',
  'place',
  'placeFrom',
  'placeTo',
  'from',
  'to',
] as const satisfies (keyof FindAffectedInput)[]
export type FindAffectedInput = z.infer<typeof findAffectedInput>

export const startRecallInput = z.object({
  lotId: z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(lotId).min(1, inputWords.lots).max(200)),
  risk: z.string(inputWords.risk).min(1, inputWords.risk).max(30),
  reason: recallReason,
  buyersDo: z.enum(buyersDo, inputWords.buyersDo),
  /** When whoever asks began to look, in milliseconds: what a drill is timed from. */
  beganAt: z.coerce.number().int().catch(0),
  requestKey,
})
export type StartRecallInput = z.infer<typeof startRecallInput>

export const decideRecallInput = z.object({
  recallId,
  number: z.string(inputWords.number).trim().min(1, inputWords.number).max(60, inputWords.number),
  decidedOn: z.iso.date(inputWords.day),
  handling: z.enum(handlings, inputWords.handling),
})
export type DecideRecallInput = z.infer<typeof decideRecallInput>

export const tellPartnerInput = z.object({
  recallId,
  name: z.string(inputWords.partner).trim().min(2, inputWords.partner).max(200, inputWords.partner),
  place: optionalLine(300),
  phone: z.preprocess(
    (typed) => (typed === '' ? undefined : typed),
    z
      .string()
      .max(20)
      .regex(/^[+\d][\d .-]{8,18}$/, inputWords.phone)
      .optional(),
  ),
  email: z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.trim().toLowerCase() || undefined : typed),
    z.email(inputWords.email).max(200, inputWords.email).refine(isReachable, inputWords.email).optional(),
  ),
  requestKey,
})
export type TellPartnerInput = z.infer<typeof tellPartnerInput>

/** What the link of a point of sale says. */
const partnerLinkInput = z.object({ partnerId: idInput('rcp'), secret: z.string().max(64) })
export type PartnerLinkInput = z.infer<typeof partnerLinkInput>

export const acknowledgeInput = partnerLinkInput.extend({
  by: z.string(inputWords.who).trim().min(2, inputWords.who).max(120, inputWords.who),
  held: whole(inputWords.held).pipe(z.number().min(0, inputWords.held).max(most, inputWords.held)),
  words: optionalText(1000),
})
export type AcknowledgeInput = z.infer<typeof acknowledgeInput>

/** A lot and, where its goods are in the ledger, in which pack and at which place. */
const goods = z.string(inputWords.lot).transform((typed, check) => {
  const [, lot, pack, place] = /^(lot_\w+)(?: (pck_\w+) (plc_\w+))?$/.exec(typed) ?? []
  if (lot) return { lotId: lot as LotId, at: pack && place ? { packId: pack as PackId, placeId: place as PlaceId } : null }
  check.addIssue({ code: 'custom', message: inputWords.lot })
  return z.NEVER
})

/** A quantity as people type it, below zero where a line is taken back: `-12`, `0,5`. */
const quantity = z.union([z.number(), z.string()], inputWords.quantity).transform((typed, check) => {
  const [, minus, amount] = /^(-?)(.*)$/.exec(typeof typed === 'number' ? String(typed).replace('.', ',') : typed.trim()) ?? []
  const read = readAmount(amount ?? '')
  if (read !== null && read > 0 && read <= most * 1000) return (minus ? -read : read) / 1000
  check.addIssue({ code: 'custom', message: inputWords.quantity })
  return z.NEVER
})

export const countInput = z.object({
  recallId,
  goods,
  kind: z.enum(tallyKinds, inputWords.kind),
  quantity,
  place: optionalLine(300),
  witness: optionalLine(200),
  note: optionalText(1000),
  requestKey,
})
export type CountInput = z.infer<typeof countInput>

export const closeRecallInput = z.object({ recallId, remainderReason: optionalText(1000) })
export type CloseRecallInput = z.infer<typeof closeRecallInput>
