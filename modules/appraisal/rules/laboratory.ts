import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { UploadRefusal } from '@dacsan/platform/files'
import type { DossierId, DossierStatus } from '../../dossiers/rules.ts'
import { preparationActs, sessionActs } from '../acts.ts'
import type { SessionStatus } from '../acts.ts'
import type { Finding } from './closing.ts'
import type { LaboratoryTestId, SessionId } from './ids.ts'
import type { Manner } from './session.ts'
import { refuseInWriting } from './written.ts'
import type { MeetingOnlyRefusal } from './written.ts'

/** Whom a test is asked of: the producer, or whoever writes the report. */
export const testSides = ['producer', 'adviser'] as const
export type TestSide = (typeof testSides)[number]

export type TestResult = {
  laboratory: string
  result: string
  testedOn: string
  fileName: string
  answeredAt: Date
  answeredByName: string
}

/** A test as its readers see it. */
export type LaboratoryTestView = {
  id: LaboratoryTestId
  dossierId: DossierId
  /** Empty: about the product as a whole. */
  criterion: string
  indicator: string
  reason: string
  askedOf: TestSide
  dueOn: string
  /** The report is not handed in before. */
  reportWaits: boolean
  /** The session that left the dossier for it; null where it was asked for before the council. */
  askedIn: SessionId | null
  askedAt: Date
  askedByName: string
  answer: TestResult | null
}

type NotInAppraisal = { code: 'dossier-not-in-appraisal'; status: DossierStatus }
export type AskTestRefusal =
  | NotInAppraisal
  | { code: 'day-passed' }
  | { code: 'unknown-criterion'; criterion: string }
  | { code: 'adviser-not-assigned' }
export type AnswerTestRefusal =
  | NotInAppraisal
  | { code: 'test-answered' }
  | { code: 'day-in-future' }
  | { code: 'test-file-missing' }
  | UploadRefusal

export function decideAskedTest(
  status: DossierStatus,
  asked: { criterion: string; askedOf: TestSide; dueOn: string },
  facts: { criteria: readonly string[]; hasAdviser: boolean; today: string },
): Decision<{ asked: true }, AskTestRefusal> {
  const closed = refuseStatus(preparationActs['ask-test'], status)
  if (closed) return closed
  if (asked.criterion !== '' && !facts.criteria.includes(asked.criterion)) {
    return refuse('unknown-criterion', { criterion: asked.criterion })
  }
  if (asked.askedOf === 'adviser' && !facts.hasAdviser) return refuse('adviser-not-assigned')
  return asked.dueOn < facts.today ? refuse('day-passed') : accept({ asked: true })
}

export type AwaitTestRefusal =
  | MeetingOnlyRefusal
  | { code: 'wrong-session-status'; status: SessionStatus }
  | { code: 'off-the-table'; finding: Finding }
  | { code: 'unknown-criterion'; criterion: string }
  | { code: 'day-passed' }

/** A council that has scored once leaves a dossier for a test; what is off its table for good is left for nothing. */
export function decideAwaitedTest(
  session: { status: SessionStatus; manner: Manner },
  finding: Finding | null,
  asked: { criterion: string; dueOn: string },
  facts: { criteria: readonly string[]; today: string },
): Decision<{ awaited: true }, AwaitTestRefusal> {
  const closed = refuseStatus(sessionActs['await-test'], session.status) ?? refuseInWriting(session.manner)
  if (closed) return closed
  if (finding === 'eliminated' || finding === 'withdrawn') return refuse('off-the-table', { finding })
  if (asked.criterion !== '' && !facts.criteria.includes(asked.criterion))
    return refuse('unknown-criterion', { criterion: asked.criterion })
  return asked.dueOn < facts.today ? refuse('day-passed') : accept({ awaited: true })
}

/** A result stands as it was brought; after its day as well. */
export function decideTestAnswer(
  status: DossierStatus,
  facts: { answered: boolean; hasFile: boolean; testedOn: string; today: string },
): Decision<{ answered: true }, AnswerTestRefusal> {
  const closed = refuseStatus(preparationActs['answer-test'], status)
  if (closed) return closed
  if (facts.answered) return refuse('test-answered')
  if (facts.testedOn > facts.today) return refuse('day-in-future')
  return facts.hasFile ? accept({ answered: true }) : refuse('test-file-missing')
}
