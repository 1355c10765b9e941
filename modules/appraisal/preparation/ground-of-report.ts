import { scoredCriteria, setNumberOf } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { criteriaSet, ruleOn } from '../../law/index.ts'
import { preScoreOf } from '../rules.ts'
import type { PreScore, ReportGround, SheetLine } from '../rules.ts'
import { bandsFor } from '../sessions/bands.ts'
import { selectTests } from './laboratory.store.ts'
import type { LaboratoryTestView } from '../rules.ts'
import { selectPreScore } from './pre-score.store.ts'
import { selectVisits } from './visit.store.ts'
import type { FieldVisit } from './visit.store.ts'

/** What is read of the preparation by whoever judges: visits that were made, tests that were asked for. */
export type Prepared = { visits: FieldVisit[]; tests: LaboratoryTestView[] }

export async function preparedFor(db: ReadDb, dossierId: DossierId): Promise<Prepared> {
  const visits = await selectVisits(db, [dossierId])
  return { visits: visits.filter(({ reportedAt }) => reportedAt !== null), tests: await selectTests(db, [dossierId]) }
}

type Scored = { id: DossierId; code: string; criteriaDecision: string; setCode: string; submittedAt: Date | null }

/** The marks of the advisory group, and what they come to; null before the first. */
export async function preScoreFor(db: ReadDb, dossier: Scored): Promise<{ lines: SheetLine[]; score: PreScore } | null> {
  const lines = await selectPreScore(db, dossier.id)
  if (lines.length === 0) return null
  const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  return { lines, score: preScoreOf(set, await bandsFor(db, dossier), lines, scoredCriteria(set)) }
}

type Asking = { db: ReadDb; now: Date }

/** Whether the report of a set waits for a visit, by the rule of the day. */
export async function needsVisit({ db, now }: Asking, setCode: string): Promise<boolean> {
  const { value: sets } = await ruleOn(db, 'advisory.visit-before-report', dateInVietnam(now))
  return sets.includes(Number(setNumberOf(setCode)))
}

/** What the report on a dossier stands on at this moment. */
export async function groundOfReport(asking: Asking, dossier: Scored): Promise<ReportGround> {
  const { visits, tests } = await preparedFor(asking.db, dossier.id)
  return {
    visitNeeded: await needsVisit(asking, dossier.setCode),
    visited: visits.length > 0,
    awaited: tests.filter(({ reportWaits, answer }) => reportWaits && answer === null).map(({ indicator }) => indicator),
    unmarked: (await preScoreFor(asking.db, dossier))?.score.missing ?? [],
  }
}
