import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readWholeNumber } from '@dacsan/vietnam'
import { z } from 'zod'
import { messageLanguages } from '../../message-kinds.ts'
import { nameText, optionalText } from '../../optional-fields.ts'
import { appliedAnswers, readQuestions } from './rules/after.ts'
import { costKinds, shareKeys } from './rules/costs.ts'
import { readSchedule } from './rules/schedule.ts'
import { classKinds } from './rules/sizes.ts'
import { inputWords as words } from './words/inputs.ts'

const courseId = idInput('trc', words.pageTooOld)
const classId = idInput('tcl', words.pageTooOld)
const participantId = idInput('tpa', words.pageTooOld)
const line = (longest: number, says: string) => z.string(says).trim().normalize('NFC').min(2, says).max(longest, says)
const text = (longest: number) => optionalText(longest).transform((typed) => typed ?? '')
const whole = (least: number, most: number, says: string) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' ? (readWholeNumber(typed) ?? -1) : typed),
    z.number(says).int(says).min(least, says).max(most, says),
  )
const money = z.preprocess((typed) => (typed === '' || typed === undefined ? '0' : typed), whole(0, 1_000_000_000, words.money))
/** `2026-12-20T16:30` as a browser sends it: an hour in Vietnam. */
const hour = z
  .string(words.hour)
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, words.hour)
  .transform((typed, check) => {
    const at = new Date(`${typed}:00+07:00`)
    if (!Number.isNaN(at.getTime())) return at
    check.addIssue({ code: 'custom', message: words.hour })
    return z.NEVER
  })

/** One criterion a line: `QD26-07; 3.1`; none where the course is for no criterion. */
const criteria = text(8000).transform((typed, check) => {
  const lines = typed.split('\n').map((one) => one.trim()).filter(Boolean) // prettier-ignore
  const read = lines.map((one) => one.split(';').map((part) => part.trim()))
  const wrong = read.findIndex(([setCode = '', criterion = '']) => !/^[\w-]{2,20}$/.test(setCode) || !/^[\w.]{1,20}$/.test(criterion))
  if (wrong >= 0 || read.length > 60) {
    check.addIssue({ code: 'custom', message: words.criteria((lines[wrong] ?? '').slice(0, 80)) })
    return z.NEVER
  }
  return read.map(([setCode = '', criterion = '']) => ({ setCode, criterion }))
})

const courseFields = z.object({
  name: nameText(160),
  about: line(2000, words.about),
  content: line(20_000, words.content),
  hours: whole(1, 400, words.hours),
  criteria,
  need: text(1000),
})
export const createCourseInput = courseFields.extend({ requestKey })
export type CreateCourseInput = z.infer<typeof createCourseInput>
export const changeCourseInput = courseFields.omit({ need: true }).extend({ courseId })
export type ChangeCourseInput = z.infer<typeof changeCourseInput>

const sessions = z.string(words.sessions('')).transform((typed, check) => {
  const read = readSchedule(typed)
  if (!('wrong' in read) && read.length >= 1 && read.length <= 60) return read
  check.addIssue({ code: 'custom', message: words.sessions('wrong' in read ? read.wrong.slice(0, 80) : '') })
  return z.NEVER
})

const classFields = z.object({
  name: nameText(160),
  kind: z.enum(classKinds, words.kind),
  organiser: line(200, words.organiser),
  venue: line(300, words.venue),
  lecturer: line(300, words.lecturer),
  planNumber: line(60, words.plan),
  planOn: z.iso.date(words.day),
  budgetSource: line(300, words.budget),
  least: whole(1, 500, words.size),
  places: whole(1, 500, words.size),
  signUpBy: hour,
  mealVnd: money,
  travelVnd: money,
  lodgingVnd: money,
  payNote: text(1000),
  sessions,
})
export const createClassInput = classFields.extend({ courseId, requestKey })
export type CreateClassInput = z.infer<typeof createClassInput>
export const changeClassInput = classFields.extend({ classId })
export type ChangeClassInput = z.infer<typeof changeClassInput>
export const classInput = z.object({ classId })
export type ClassInput = z.infer<typeof classInput>
export const cancelClassInput = z.object({ classId, reason: line(1000, words.reason) })
export type CancelClassInput = z.infer<typeof cancelClassInput>

const participantFields = z.object({
  name: line(120, words.name),
  /** What is no number is refused by the command, which says so beside the field. */
  phone: z.string(words.phone).trim().min(1, words.phone).max(30, words.phone),
  requestKey,
})
/** A producer for somebody of its own. */
export const signUpInput = participantFields
export type SignUpInput = z.infer<typeof signUpInput>
/** The office, for whoever calls. */
export const signUpByPhoneInput = participantFields.extend({
  classId,
  /** A name or an address of the register; nobody of the register where it is left open. */
  producer: text(200),
  place: line(200, words.place),
  language: z.enum(messageLanguages).default('vi'),
})
export type SignUpByPhoneInput = z.infer<typeof signUpByPhoneInput>
export const participantInput = z.object({ participantId })

const questions = text(20_000).transform((typed, check) => {
  const read = readQuestions(typed)
  if (!('wrong' in read) && read.length <= 60) return read
  check.addIssue({ code: 'custom', message: words.questions('wrong' in read ? read.wrong.slice(0, 80) : '') })
  return z.NEVER
})
export const writeTestInput = z.object({ courseId, questions })
export type WriteTestInput = z.infer<typeof writeTestInput>

const sessionId = idInput('tse', words.pageTooOld)
/** `co-mat-tpa_…` is ticked for whoever was there; `hoc-vien-tpa_…` says who stood on the page. */
export const markAttendanceInput = z
  .looseObject({ sessionId, reason: text(500) })
  .transform(({ sessionId: session, reason, ...fields }) => ({
    sessionId: session,
    reason,
    marked: Object.keys(fields).flatMap((name) => {
      const id = /^hoc-vien-(tpa_\w{1,40})$/.exec(name)?.[1]
      return id === undefined ? [] : [{ participantId: id as `tpa_${string}`, present: fields[`co-mat-${id}`] !== undefined }]
    }),
  }))
export type MarkAttendanceInput = z.infer<typeof markAttendanceInput>
export const addSheetInput = z.object({ sessionId })
export type AddSheetInput = z.infer<typeof addSheetInput>
export const checkInInput = z.object({
  name: line(120, words.name),
  phone: z.string(words.phone).trim().min(1, words.phone).max(30, words.phone),
})
export type CheckInInput = z.infer<typeof checkInInput>

/** `cau-1`, `cau-2` …: which answer of each question, by its place. */
export const takeTestInput = z.looseObject({}).transform((fields) => ({
  answers: Object.fromEntries(
    Object.entries(fields).flatMap(([name, typed]) => {
      const place = /^cau-(\d{1,2})$/.exec(name)?.[1]
      return place === undefined ? [] : [[Number(place), readWholeNumber(String(typed)) ?? -1]]
    }),
  ) as Record<number, number>,
}))
export type TakeTestInput = z.infer<typeof takeTestInput>
export const recordTestInput = z.object({ participantId, points: whole(0, 6000, words.points) })
export type RecordTestInput = z.infer<typeof recordTestInput>
export const opinionInput = z.object({ score: whole(1, 5, words.score), words: text(1000) })
export type OpinionInput = z.infer<typeof opinionInput>
export const appliedInput = z.object({ answer: z.enum(appliedAnswers, words.applied), words: text(1000) })
export type AppliedInput = z.infer<typeof appliedInput>

export const certifyInput = z.object({ classId, decisionNumber: line(60, words.decision), decisionOn: z.iso.date(words.day) })
export type CertifyInput = z.infer<typeof certifyInput>
export const recordCostInput = z.object({
  classId,
  kind: z.enum(costKinds, words.costKind),
  says: line(300, words.costSays),
  quantity: whole(1, 100_000, words.quantity),
  unitVnd: whole(0, 1_000_000_000, words.money),
  paper: line(120, words.costPaper),
  requestKey,
})
export type RecordCostInput = z.infer<typeof recordCostInput>
export const strikeCostInput = z.object({ costId: idInput('tco', words.pageTooOld), reason: line(500, words.reason) })
export type StrikeCostInput = z.infer<typeof strikeCostInput>
/** `lop-tcl_…` is ticked for each class that bears its part. */
export const shareCostInput = z
  .looseObject({
    says: line(300, words.costSays),
    amountVnd: whole(1, 10_000_000_000, words.amount),
    key: z.enum(shareKeys, words.shareKey),
    paper: line(120, words.costPaper),
    requestKey,
  })
  .transform(({ says, amountVnd, key, paper, requestKey: sent, ...fields }, check) => {
    const classIds = Object.keys(fields).flatMap((name) => {
      const id = /^lop-(tcl_\w{1,40})$/.exec(name)?.[1]
      return id === undefined ? [] : [id as `tcl_${string}`]
    })
    if (classIds.length >= 2 && classIds.length <= 50) return { says, amountVnd, key, paper, requestKey: sent, classIds }
    check.addIssue({ code: 'custom', message: words.shareClasses, path: ['classes'] })
    return z.NEVER
  })
export type ShareCostInput = z.infer<typeof shareCostInput>
export const acceptClassInput = z.object({ classId, acceptedNumber: line(60, words.decision), acceptedOn: z.iso.date(words.day) })
export type AcceptClassInput = z.infer<typeof acceptClassInput>
