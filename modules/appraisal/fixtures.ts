import './topics.ts'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import type { DossierId, RoundId } from '../dossiers/rules.ts'
import {
  bringSession,
  establishSampleCouncil,
  openSampleRound,
  openSampleSession,
  receiveSample,
  reportOnSample,
} from './demo/sample-session.ts'
import type { CouncilPeople, SampleCouncil, SampleMarks, SampleSession } from './demo/sample-session.ts'
import type { SessionStatus } from './rules.ts'
import type { CouncilId, SessionId } from './rules/ids.ts'

export { fillSheet as aSubmittedSheet, marksFor, receiveSample as aReceivedDossier } from './demo/sample-session.ts'
export type { CouncilPeople } from './demo/sample-session.ts'

export function aRound(ctx: Ctx, round = { year: 2026, number: 2 }): Promise<RoundId> {
  return openSampleRound(ctx, round)
}

export function aCouncil(people: CouncilPeople, given: Partial<SampleCouncil> = {}): Promise<CouncilId> {
  return establishSampleCouncil(people, { decisionNumber: '1200/QĐ-UBND', decisionDate: '2026-06-15', ...given })
}

/** Takes a proposed dossier into a round and brings it to the council's door: checked, given to the advisory group, reported on. */
export async function anAppraisedDossier(people: CouncilPeople, dossierId: DossierId, roundId: RoundId, stars = 4): Promise<void> {
  await receiveSample(people, dossierId, roundId)
  await reportOnSample(people, dossierId, stars, addDays(dateInVietnam(people.adviser.now), -3))
}

type GivenSession = Omit<SampleSession, 'heldOn'> & {
  heldOn?: string
  status?: Exclude<SessionStatus, 'reviewing' | 'cancelled'>
  marks?: SampleMarks
}

/** A session in any state but under discussion, made by the real commands, each by its own person. */
export async function aSession(people: CouncilPeople, given: GivenSession): Promise<SessionId> {
  const { status = 'preparing', marks, heldOn = '2026-11-23', ...rest } = given
  const sessionId = await openSampleSession(people, { ...rest, heldOn })
  if (status !== 'preparing') await bringSession(people, sessionId, { status, marks })
  return sessionId
}
