import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { DossierStatus, UpperMove } from '../../dossiers/rules.ts'
import { appealActs, openAppealStatuses } from '../acts.ts'
import type { AppealStatus } from '../acts.ts'

/** What a complaint is about: what a council found and the province decided, or that a dossier went no further. */
export type AppealAbout = 'result' | 'refusal'

/** The law of the day: days to complain, to take it up, and to answer, longer where the case is complex. */
export type AppealLaw = { fileDays: number; acceptDays: number; answerDays: { ordinary: number; complex: number } }

const contestable: Partial<Record<DossierStatus, AppealAbout>> = { recognised: 'result', 'not-recognised': 'result', refused: 'refusal' }

/** What there is to complain about in a dossier as it stands; null while nothing is decided. */
export const appealAbout = (status: DossierStatus): AppealAbout | null => contestable[status] ?? null

type FilingNo = { code: 'nothing-to-appeal' } | { code: 'appeal-there'; status: AppealStatus } | { code: 'appeal-late'; lastDay: PlainDate }

type AnswerNo =
  | { code: 'appeal-closed'; status: AppealStatus }
  | { code: 'answer-in-future'; today: PlainDate }
  | { code: 'answer-before-acceptance'; acceptedOn: PlainDate }
  | { code: 'no-open-round' }
  | { code: 'another-dossier-open'; dossier: string }

export type AppealRefusal = FilingNo | AnswerNo

/** The last day for a complaint about what was decided on a day (the day itself is not counted: Bộ luật Dân sự 2015, Điều 147). */
export const lastDayToAppeal = (decidedOn: PlainDate, { fileDays }: Pick<AppealLaw, 'fileDays'>): PlainDate => addDays(decidedOn, fileDays)

export type AppealFacts = {
  status: DossierStatus
  /** The day on which the dossier came into this state. */
  decidedOn: PlainDate
  /** Complaints about this same decision. */
  earlier: readonly { status: AppealStatus }[]
  today: PlainDate
}

/**
 * A complaint is open once about each decision: one that was taken back does not count, one that was answered does; who is not content with the
 * answer goes on to the second complaint or the court, as the answer says (Luật Khiếu nại 02/2011/QH13, Điều 7).
 */
export function decideAppeal(facts: AppealFacts, law: AppealLaw): Decision<{ about: AppealAbout; acceptDueOn: PlainDate }, FilingNo> {
  const about = appealAbout(facts.status)
  if (about === null) return refuse('nothing-to-appeal')
  const there = facts.earlier.find(({ status }) => status !== 'withdrawn')
  if (there) return refuse('appeal-there', { status: there.status })
  const lastDay = lastDayToAppeal(facts.decidedOn, law)
  if (facts.today > lastDay) return refuse('appeal-late', { lastDay })
  return accept({ about, acceptDueOn: addDays(facts.today, law.acceptDays) })
}

/** The last day for the answer to a complaint that is taken up today. */
export const answerDueOn = (today: PlainDate, isComplex: boolean, { answerDays }: Pick<AppealLaw, 'answerDays'>): PlainDate =>
  addDays(today, isComplex ? answerDays.complex : answerDays.ordinary)

/** What a granted complaint does to its dossier: a second council, or another look by whoever refused. */
export function moveOfGrant(
  about: AppealAbout,
  refusedBy: 'commune' | 'province',
): Extract<UpperMove, 'reappraise' | 'reinstate' | 'reinstate-at-commune'> {
  if (about === 'result') return 'reappraise'
  return refusedBy === 'commune' ? 'reinstate-at-commune' : 'reinstate'
}

export type GrantFacts = {
  today: PlainDate
  acceptedOn: PlainDate
  about: AppealAbout
  hasOpenRound: boolean
  /** Another dossier of the same product that is under way. */
  otherDossier: string | null
}

/** The paper with the answer is signed between its acceptance and today. */
export function decideAnswer(
  appeal: { status: AppealStatus },
  answer: { grants: boolean; signedOn: PlainDate },
  facts: GrantFacts,
): Decision<{ to: AppealStatus }, AnswerNo> {
  const act = answer.grants ? appealActs.grant : appealActs.reject
  const closed = refuseStatus(act, appeal.status)
  if (closed) return closed
  if (answer.signedOn > facts.today) return refuse('answer-in-future', { today: facts.today })
  if (answer.signedOn < facts.acceptedOn) return refuse('answer-before-acceptance', { acceptedOn: facts.acceptedOn })
  if (answer.grants && facts.about === 'result' && !facts.hasOpenRound) return refuse('no-open-round')
  if (answer.grants && facts.otherDossier !== null) return refuse('another-dossier-open', { dossier: facts.otherDossier })
  return accept({ to: act.to })
}

export type AppealDue = { by: PlainDate; late: boolean }

/** What is owed to an open complaint, and until when; null once it is over. */
export function appealDue(
  { status, acceptDueOn, answerDueOn: answerBy }: { status: AppealStatus; acceptDueOn: PlainDate; answerDueOn: PlainDate | null },
  today: PlainDate,
): AppealDue | null {
  if (!openAppealStatuses.some((open) => open === status)) return null
  const by = answerBy ?? acceptDueOn
  return { by, late: today > by }
}
