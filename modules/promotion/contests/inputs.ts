import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readWholeNumber } from '@dacsan/vietnam'
import { z } from 'zod'
import { nameText, optionalText } from '../../optional-fields.ts'
import { hourInput } from '../hour-input.ts'
import { inputWords as words } from './words/inputs.ts'

const contestId = idInput('cts', words.pageTooOld)
const entryId = idInput('cen', words.pageTooOld)
const jurorId = idInput('cju', words.pageTooOld)
const line = (longest: number, says: string) => z.string(says).trim().normalize('NFC').min(2, says).max(longest, says)
const text = (longest: number) => optionalText(longest).transform((typed) => typed ?? '')
const hour = hourInput(words.hour)
/** A tick that must be set. */
const agreed = (says: string) => z.literal('1', says)
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && value !== ''))

const linesOf = (typed: string): string[][] =>
  typed
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => one.split(';').map((part) => part.trim()))

/** One criterion a line: `Ý tưởng, câu chuyện; 40`. */
const criteria = z.string(words.criteria).transform((typed, check) => {
  const read = linesOf(typed).map(([says = '', points = ''], at) => ({ position: at + 1, says, points: readWholeNumber(points) ?? 0 }))
  const wrong = read.find(({ says, points }) => says.length < 2 || says.length > 200 || points < 1 || points > 100)
  if (wrong || read.length === 0 || read.length > 12) {
    check.addIssue({ code: 'custom', message: words.criterionLine(wrong?.says ?? '') })
    return z.NEVER
  }
  return read
})

const most = 1_000_000_000_000
/** One kind of prize a line, the first first: `Giải nhất; 1; 10.000.000`. */
const prizes = z.string(words.prizes).transform((typed, check) => {
  const read = linesOf(typed).map(([says = '', places = '', value = '0'], at) => ({
    rank: at + 1,
    says,
    places: readWholeNumber(places) ?? 0,
    valueVnd: readWholeNumber(value) ?? -1,
  }))
  const wrong = read.find(
    ({ says, places, valueVnd }) => says.length < 2 || says.length > 120 || places < 1 || places > 100 || valueVnd < 0 || valueVnd > most,
  )
  if (wrong || read.length === 0 || read.length > 12) {
    check.addIssue({ code: 'custom', message: words.prizeLine(wrong?.says ?? '') })
    return z.NEVER
  }
  return read
})

const contestFields = z.object({
  name: nameText(160),
  about: line(2000, words.about),
  rulesText: line(20_000, words.rulesText),
  fairId: z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), idInput('fai', words.pageTooOld).nullable()),
  organiser: line(200, words.organiser),
  letterNumber: line(60, words.letter),
  letterOn: z.iso.date(words.day),
  opensAt: hour,
  closesAt: hour,
  judgeBy: hour,
  criteria,
  prizes,
})
export const createContestInput = contestFields.extend({ requestKey })
export type CreateContestInput = z.infer<typeof createContestInput>
export const changeContestInput = contestFields.extend({ contestId })
export type ChangeContestInput = z.infer<typeof changeContestInput>
export const contestInput = z.object({ contestId })
export type ContestInput = z.infer<typeof contestInput>
export const extendContestInput = z.object({ contestId, closesAt: hour, judgeBy: hour })
export type ExtendContestInput = z.infer<typeof extendContestInput>
export const cancelContestInput = z.object({ contestId, reason: line(500, words.reason) })
export type CancelContestInput = z.infer<typeof cancelContestInput>
export const nameJurorInput = z.object({ contestId, login: z.string(words.login).trim().min(3, words.login).max(200, words.login) })
export type NameJurorInput = z.infer<typeof nameJurorInput>
export const releaseJurorInput = z.object({ contestId, jurorId })
export type ReleaseJurorInput = z.infer<typeof releaseJurorInput>
/** `7, 3`: the numbers of the entries that were equal, the one voted first first. */
const order = z.string(words.order).transform((typed, check) => {
  const read = typed
    .split(/[\s,;>]+/u)
    .filter(Boolean)
    .map((one) => readWholeNumber(one) ?? 0)
  if (read.length >= 2 && read.length <= 200 && read.every((one) => one > 0) && new Set(read).size === read.length) return read
  check.addIssue({ code: 'custom', message: words.order })
  return z.NEVER
})
export const recordVoteInput = z.object({ contestId, numbers: order, words: line(2000, words.voteWords) })
export type RecordVoteInput = z.infer<typeof recordVoteInput>
export const publishContestInput = z.object({ contestId, mark: z.string().max(200_000) })
export type PublishContestInput = z.infer<typeof publishContestInput>
export const withdrawPrizeInput = z.object({
  contestId,
  entryId,
  decisionNumber: line(60, words.letter),
  words: line(1000, words.reason),
})
export type WithdrawPrizeInput = z.infer<typeof withdrawPrizeInput>

const entryFields = z.object({
  title: line(120, words.title),
  about: line(2000, words.entryAbout),
  /** The products in it: a name or an address of the register a line. */
  products: text(4000),
  showsName: ticked,
})
/** No fee, no account: a name, a number to be told by, and the word that the work is one's own. */
export const enterContestInput = entryFields.extend({
  entrantName: line(120, words.entrant),
  /** What is no number is refused by the command, which says so beside the field. */
  phone: z.string(words.phone).trim().min(1, words.phone).max(30, words.phone),
  isOwnWork: agreed(words.isOwnWork),
  mayBeShown: agreed(words.mayBeShown),
  requestKey,
})
export type EnterContestInput = z.infer<typeof enterContestInput>
export const changeEntryInput = entryFields
export type ChangeEntryInput = z.infer<typeof changeEntryInput>
export const setAsideInput = z.object({ entryId, reason: line(1000, words.reason) })
export type SetAsideInput = z.infer<typeof setAsideInput>

/** `diem-1`, `diem-2` …: the points of each criterion, by its place. */
export const markEntryInput = z.looseObject({ jurorId, entryId }).transform(({ jurorId: juror, entryId: entry, ...fields }) => ({
  jurorId: juror,
  entryId: entry,
  points: Object.entries(fields).flatMap(([name, typed]) => {
    const place = /^diem-(\d{1,2})$/.exec(name)?.[1]
    return place === undefined ? [] : [{ criterion: Number(place), points: readWholeNumber(String(typed)) ?? -1 }]
  }),
}))
export type MarkEntryInput = z.infer<typeof markEntryInput>
export const conflictInput = z.object({ jurorId, entryId, words: line(500, words.conflict) })
export type ConflictInput = z.infer<typeof conflictInput>
export const sheetEntryInput = z.object({ jurorId, entryId })
export type SheetEntryInput = z.infer<typeof sheetEntryInput>
export const handInInput = z.object({ jurorId })
export type HandInInput = z.infer<typeof handInInput>
