import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { sessionActs } from '../acts.ts'
import type { SessionStatus, SheetStatus } from '../acts.ts'
import { quorumFor, refuseUndecidedTies } from './closing.ts'
import type { Closing, ClosingRefusal, CouncilRules, CouncilSeat, DossierScoring, Progress } from './closing.ts'
import { pointsApart } from './deviation.ts'
import type { CouncilMemberId } from './ids.ts'
import { scores } from './session.ts'
import type { Manner, Opinion } from './session.ts'

/** What is done at a meeting alone: nobody is present in writing, nothing is talked over, and nothing is eliminated. */
export type MeetingOnlyRefusal = { code: 'not-in-writing' }
export const meetingOnly = [
  'record-attendance',
  'open-discussion',
  'record-discussion',
  'await-test',
  'slip-in-repeat',
] as const satisfies (keyof typeof sessionActs)[]
export const refuseInWriting = (manner: Manner) => (manner === 'written' ? refuse('not-in-writing') : null)

type Given = readonly { memberId: CouncilMemberId; status: SheetStatus }[]

/** The council as it takes part in judging these sheets: at a meeting whoever is there, in writing whoever handed one in. */
export function takingPart<Member extends CouncilSeat>(manner: Manner, council: readonly Member[], sheets: Given): Member[] {
  if (manner === 'meeting') return [...council]
  const answered = new Set(sheets.flatMap(({ memberId, status }) => (status === 'submitted' ? [memberId] : [])))
  return council.map((member) => ({ ...member, present: answered.has(member.memberId) }))
}

/** Who is asked about a dossier, and who has not answered. */
function answersOn(
  dossier: Pick<DossierScoring, 'excluded' | 'sheets'>,
  council: readonly CouncilSeat[],
): { asked: CouncilMemberId[]; awaited: CouncilMemberId[] } {
  const asked = council.flatMap(({ memberId, seat }) => (scores(seat) && !dossier.excluded.includes(memberId) ? [memberId] : []))
  const awaited = asked.filter((memberId) => !dossier.sheets.some((sheet) => sheet.memberId === memberId && sheet.status === 'submitted'))
  return { asked, awaited }
}

/** How far the council is with one dossier in writing; nothing is disclosed of its points before the close. */
export function writtenProgress(dossier: Pick<DossierScoring, 'excluded' | 'sheets'>, council: readonly CouncilSeat[]): Progress {
  const { asked, awaited } = answersOn(dossier, council)
  return { scorers: asked, submitted: asked.length - awaited.length, missing: awaited, disclosure: null, needsDiscussion: false }
}

/** Why the council meets over a dossier after all, in the two kinds of the law; never by whom or by which figure. */
export type WhyMeet = 'opinions-differ' | 'complex'

/**
 * Opinions differ where the points lie further apart than the council's regulation allows without a discussion, or where two sheets come to
 * different stars; a dossier is complex where a member asks for a meeting.
 */
export function whyMeet(sheets: readonly { total: number; stars: number; opinion: Opinion | null }[], limit: number): WhyMeet[] {
  const differ = pointsApart(sheets) > limit || new Set(sheets.map(({ stars }) => stars)).size > 1
  return [
    ...(differ ? ['opinions-differ' as const] : []),
    ...(sheets.some(({ opinion }) => opinion === 'meet') ? ['complex' as const] : []),
  ]
}

export type WrittenClosingRefusal =
  | { code: 'opinions-awaited'; until: string; awaited: { dossier: string; members: string[] }[] }
  | { code: 'opinions-short'; dossiers: { dossier: string; answered: number; required: number; seats: number; chairMissing: boolean }[] }

/**
 * The chair closes what was asked in writing: once everybody answered, or past the day once enough did. A sheet that was given back is waited for
 * in any case: none falls out silently. Opinions that come after the day count until the close.
 */
export function decideWrittenClosing(
  status: SessionStatus,
  facts: { council: readonly CouncilSeat[]; dossiers: readonly DossierScoring[]; rules: CouncilRules; until: string; today: string },
): Decision<Closing, ClosingRefusal | WrittenClosingRefusal> {
  const { council, rules, until } = facts
  const closed = refuseStatus(sessionActs.close, status)
  if (closed) return closed
  const table = facts.dossiers
    .filter((dossier) => dossier.finding === null)
    .map((dossier) => ({ dossier, ...answersOn(dossier, council), part: takingPart('written', council, dossier.sheets) }))
  const without = table.filter(({ asked }) => asked.length === 0)
  if (without.length > 0) return refuse('no-scorer', { dossiers: without.map(({ dossier }) => dossier.code) })
  const undecided = refuseUndecidedTies(
    table.map(({ dossier }) => dossier),
    council,
  )
  if (undecided) return undecided

  const isPast = facts.today > until
  const awaited = table.flatMap(({ dossier, awaited: open }) => {
    const left = isPast ? open.filter((memberId) => isGivenBack(dossier, memberId)) : open
    return left.length > 0 ? [{ dossier: dossier.code, members: namesOf(left, council) }] : []
  })
  if (awaited.length > 0) return refuse('opinions-awaited', { until, awaited })

  const chair = council.find(({ seat }) => seat === 'chair')
  const short = table.flatMap(({ dossier, awaited: open, part }) => {
    const { present: answered, required, seats, reached } = quorumFor(dossier, part, rules)
    const chairMissing = rules.quorumNeedsChair && chair !== undefined && open.includes(chair.memberId)
    return reached && !chairMissing ? [] : [{ dossier: dossier.code, answered, required, seats, chairMissing }]
  })
  if (short.length > 0) return refuse('opinions-short', { dossiers: short })
  return accept({
    results: table.map(({ dossier, asked, awaited: open }) => ({
      dossierId: dossier.dossierId,
      scorers: asked.filter((memberId) => !open.includes(memberId)),
      eliminated: false,
    })),
  })
}

const isGivenBack = ({ sheets }: Pick<DossierScoring, 'sheets'>, memberId: CouncilMemberId) =>
  sheets.some((sheet) => sheet.memberId === memberId && sheet.status === 'reopened')

const namesOf = (memberIds: readonly CouncilMemberId[], council: readonly CouncilSeat[]) =>
  council.flatMap(({ memberId, name }) => (memberIds.includes(memberId) ? [name] : []))
