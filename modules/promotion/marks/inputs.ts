import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { optionalDay, optionalLine } from '../../optional-fields.ts'
import { misuseFindings } from './acts.ts'
import { markKinds, markPaperKinds, markSteps } from './rules/steps.ts'
import { markInputWords as words } from './words/inputs.ts'

const line = (least: number, most: number, says: string) =>
  z
    .string(says)
    .transform((typed) => typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(least, says).max(most, words.longest(most)))
const text = (least: number, most: number, says: string) =>
  z
    .string(says)
    .transform((typed) => typed.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(least, says).max(most, words.longest(most)))
const markId = idInput('mrk', words.pageTooOld)
const misuseId = idInput('mis', words.pageTooOld)

export const registerMarkInput = z.object({
  kind: z.enum(markKinds, words.kind),
  name: line(2, 160, words.name),
  ownerId: idInput('org', words.owner),
  number: line(2, 80, words.number),
  about: text(10, 2000, words.about),
  /** The day of the application; of the OCOP mark, of the decision. */
  firstOn: z.iso.date(words.day),
  requestKey,
})
export type RegisterMarkInput = z.infer<typeof registerMarkInput>

export const markStepInput = z.object({
  markId,
  step: z.enum(markSteps, words.step),
  on: z.iso.date(words.day),
  number: optionalLine(80),
  note: optionalLine(500),
})
export type MarkStepInput = z.infer<typeof markStepInput>

export const markPaperInput = z.object({
  markId,
  kind: z.enum(markPaperKinds, words.paperKind),
  datedOn: z.iso.date(words.day),
  number: line(2, 120, words.paperNumber),
})
export type MarkPaperInput = z.infer<typeof markPaperInput>

export const admitInput = z.object({
  markId,
  /** The address of the page of the product, or its last part. */
  product: line(2, 300, words.product),
  from: z.iso.date(words.day),
  until: optionalDay(words.day),
  admittedBy: line(2, 160, words.admittedBy),
  paperNumber: line(2, 120, words.paperNumber),
  requestKey,
})
export type AdmitInput = z.infer<typeof admitInput>

export const endUseInput = z.object({ markId, useId: idInput('mus', words.pageTooOld), reason: line(10, 500, words.reason) })
export type EndUseInput = z.infer<typeof endUseInput>

const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && value !== ''))
export const reportMisuseInput = z.object({
  mark: optionalLine(120),
  words: text(10, 3000, words.seen),
  place: optionalLine(300),
  contact: optionalLine(100),
  contactAgreed: ticked,
  requestKey,
})
export type ReportMisuseInput = z.infer<typeof reportMisuseInput>

export const misuseInput = z.object({ misuseId })
export type MisuseInput = z.infer<typeof misuseInput>
export const noteMisuseInput = z.object({ misuseId, words: text(5, 2000, words.note) })
export type NoteMisuseInput = z.infer<typeof noteMisuseInput>
export const answerMisuseInput = z.object({
  misuseId,
  finding: z.enum(misuseFindings, words.finding),
  answer: text(10, 2000, words.answer),
})
export type AnswerMisuseInput = z.infer<typeof answerMisuseInput>
