import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { optionalLine, optionalText } from '../optional-fields.ts'
import { gravities, productionAnswers } from './acts.ts'
import { itemKeys } from './checklist.ts'
import { itemAnswers } from './rules/sheet.ts'
import { proposeWithdrawalInput } from '../certificates/index.ts'
import { inputWords } from './words/inputs.ts'

const version = z.coerce.number(inputWords.pageTooOld).int()
const year = z.coerce.number(inputWords.pageTooOld).int().min(2000).max(2200)
const productId = idInput('prd', inputWords.product)
const inspectionId = idInput('ins', inputWords.pageTooOld)
const findingId = idInput('fnd', inputWords.pageTooOld)
const day = z.iso.date(inputWords.day)
const text = (least: number, message: string) => z.string(message).trim().normalize('NFC').min(least, message).max(2000, inputWords.long)
/** A name of a form that stands there several times. */
const several = <One extends z.ZodType>(one: One, most: number) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(one).max(most))

/** What a browser's clock field gives, taken as the time in Việt Nam; nothing stays nothing. */
const moment = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, inputWords.moment)
    .transform((local) => new Date(`${local}+07:00`))
    .refine((at) => !Number.isNaN(at.getTime()), inputWords.moment)
    .nullable(),
)

export const planInput = z.object({ year })
export const choosePlanInput = z.object({ year, productId, chosen: z.enum(['yes', 'no'], inputWords.pageTooOld) })
export const approvePlanInput = z.object({
  year,
  number: z.string(inputWords.number).trim().min(1, inputWords.number).max(60, inputWords.number),
  approvedOn: day,
  signer: optionalLine(120),
})
export type ApprovePlanInput = z.infer<typeof approvePlanInput>

export const orderInspectionInput = z.object({ productId, reason: text(10, inputWords.reason), dueOn: day, requestKey })
export type OrderInspectionInput = z.infer<typeof orderInspectionInput>

export const assignInspectionInput = z.object({ inspectionId, inspectorId: idInput('usr', inputWords.inspector) })

const answerFields = Object.fromEntries(
  itemKeys.flatMap((key) => [
    [`o-${key}`, z.enum(itemAnswers).optional()],
    [`n-${key}`, optionalText(500)],
  ]),
) as Record<string, z.ZodType>

/** The sheet as its form sends it: an answer (`o-`) and a note (`n-`) for each item of the check list. */
export const writeSheetInput = z
  .object({
    inspectionId,
    version,
    visitedAt: moment,
    place: optionalLine(300),
    met: optionalLine(200),
    producerWords: optionalText(2000),
    conclusion: optionalText(2000),
    ...answerFields,
  })
  .transform(({ inspectionId: id, version: seen, visitedAt, place, met, producerWords, conclusion, ...rest }) => ({
    inspectionId: id,
    version: seen,
    visitedAt,
    place,
    met,
    producerWords,
    conclusion,
    answers: itemKeys.map((item) => {
      const said = rest as Record<string, unknown>
      return {
        item,
        answer: (said[`o-${item}`] ?? null) as (typeof itemAnswers)[number] | null,
        note: (said[`n-${item}`] as string | null) ?? '',
      }
    }),
  }))
export type WriteSheetInput = z.infer<typeof writeSheetInput>

export const photographInput = z.object({ inspectionId, caption: optionalLine(200), place: optionalLine(300), takenAt: moment, requestKey })
export type PhotographInput = z.infer<typeof photographInput>

export const findInput = z.object({
  inspectionId,
  item: z.enum(itemKeys as [string, ...string[]], inputWords.item),
  gravity: z.enum(gravities, inputWords.gravity),
  words: text(5, inputWords.findingWords),
  /** Absent: as many days as the rule of the day gives. */
  dueOn: z.preprocess((value) => (value === '' ? undefined : value), day.optional()),
  requestKey,
})
export type FindInput = z.infer<typeof findInput>

export const dropFindingInput = z.object({ inspectionId, findingId })
export const finishInput = z.object({ inspectionId, version })

export const proposeFromVisitInput = proposeWithdrawalInput.pick({ reason: true, note: true }).extend({ inspectionId })
export type ProposeFromVisitInput = z.infer<typeof proposeFromVisitInput>

export const mendInput = z.object({ findingId, words: text(5, inputWords.mendWords) })
export type MendInput = z.infer<typeof mendInput>
export const acceptMendingInput = z.object({ findingId, version })
export const sendBackInput = z.object({ findingId, version, words: text(10, inputWords.reason), dueOn: day })

export const answerProductionInput = z.object({
  productId: several(productId, 500).refine((ids) => ids.length > 0, inputWords.product),
  answer: z.enum(productionAnswers, inputWords.answer),
  note: optionalText(500),
})
export type AnswerProductionInput = z.infer<typeof answerProductionInput>
