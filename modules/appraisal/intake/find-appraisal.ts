import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { findDossier, listDossiers } from '../../dossiers/index.ts'
import type { DossierCard, DossierStatus, DossierView } from '../../dossiers/index.ts'
import { hasRole, requireRole } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { selectPeople } from '../councils/council.store.ts'
import type { Candidate } from '../councils/council.store.ts'
import { intakeChecklist } from './intake-checklist.ts'
import type { IntakeChecklist } from './intake-checklist.ts'
import { selectIntakeCheck, selectReport, selectReports, selectTabledElsewhere } from './intake.store.ts'
import type { AdvisoryReport, StoredCheck } from './intake.store.ts'
import { mayAppraise } from '../policy.ts'
import { countByStatus, selectRound, selectRounds } from '../rounds/round.store.ts'
import type { Round } from '../rounds/round.store.ts'
import { adviserRoles, isLateFor } from '../rules.ts'

const roundReaders = ['provincial-officer', 'council-secretary', 'leader'] as const

/** The rounds, the latest first, with how many dossiers stand where. */
export async function listRounds(ctx: Ctx): Promise<(Round & { dossiers: Partial<Record<DossierStatus, number>> })[]> {
  requireRole(ctx.actor, ...roundReaders)
  const counts = await countByStatus(ctx.db)
  return (await selectRounds(ctx.db)).map((round) => ({
    ...round,
    dossiers: Object.fromEntries(counts.filter((row) => row.roundId === round.id).map((row) => [row.status, row.count])),
  }))
}

export type AppraisalRow = DossierCard & { adviserName: string | null; reportSubmitted: boolean; onTable: boolean }

export async function findRound(ctx: Ctx, roundId: string): Promise<{ round: Round; dossiers: AppraisalRow[] }> {
  requireRole(ctx.actor, ...roundReaders)
  const round = await selectRound(ctx.db, roundId)
  if (!round) throw new NotFound('no such round')
  return { round, dossiers: await withReports(ctx, await listDossiers(ctx, { roundId })) }
}

const atProvince: readonly DossierStatus[] = ['proposed', 'province-returned', 'received', 'appraising']

/** What waits at the province before the council: for the office everything, for an adviser what was given to them. */
export async function listAppraisals(ctx: Ctx): Promise<AppraisalRow[]> {
  const person = requireRole(ctx.actor, ...adviserRoles)
  const dossiers = await listDossiers(ctx, { status: atProvince })
  const reports = await selectReports(
    ctx.db,
    dossiers.map((dossier) => dossier.id),
  )
  const adviserOf = (dossierId: string) => reports.find((report) => report.dossierId === dossierId)?.adviserId ?? null
  return withReports(
    ctx,
    dossiers.filter((dossier) => mayAppraise(person, { adviserId: adviserOf(dossier.id) })),
  )
}

export type Appraisal = {
  dossier: DossierView
  round: Round | null
  checklist: IntakeChecklist
  check: StoredCheck | null
  report: AdvisoryReport | null
  /** Whether the actor is the one who writes the report. */
  isAdviser: boolean
  /** For the office: where the dossier may be received (`late`: proposed after the day of that round), and whom it may ask. */
  openRounds: (Round & { late: boolean })[]
  proposedOn: string | null
  deadlines: Rule<'round.deadlines'>
  refusalGrounds: Rule<'dossier.immediate-refusals'>
  advisers: Candidate[]
}

/** One dossier on the province's desk; whoever has no business with it finds nothing. */
export async function findAppraisal(ctx: Ctx, idOrCode: string): Promise<Appraisal> {
  const person = requireRole(ctx.actor, ...adviserRoles)
  const dossier = await findDossier(ctx, idOrCode)
  const report = await selectReport(ctx.db, dossier.id)
  if (!mayAppraise(person, { adviserId: report?.adviserId ?? null })) throw new NotFound('no such dossier')
  const isOffice = hasRole(person, 'provincial-officer')
  const rounds = await selectRounds(ctx.db)
  const proposal = dossier.history.findLast(({ move }) => move === 'propose')
  const proposedOn = proposal ? dateInVietnam(proposal.at) : null
  return {
    dossier,
    round: rounds.find((round) => round.id === dossier.roundId) ?? null,
    checklist: intakeChecklist,
    check: (await selectIntakeCheck(ctx.db, dossier.id)) ?? null,
    report: report ?? null,
    isAdviser: report?.adviserId === person.userId,
    openRounds: isOffice
      ? rounds
          .filter((round) => round.status === 'open')
          .map((round) => ({ ...round, late: proposedOn !== null && isLateFor(round, proposedOn) }))
      : [],
    proposedOn,
    deadlines: await ruleOn(ctx.db, 'round.deadlines', dateInVietnam(ctx.now)),
    refusalGrounds: await ruleOn(ctx.db, 'dossier.immediate-refusals', dateInVietnam(ctx.now)),
    advisers: isOffice ? await selectPeople(ctx.db, adviserRoles, dateInVietnam(ctx.now)) : [],
  }
}

async function withReports(ctx: Ctx, dossiers: readonly DossierCard[]): Promise<AppraisalRow[]> {
  const ids = dossiers.map((dossier) => dossier.id)
  const reports = await selectReports(ctx.db, ids)
  const tabled = await selectTabledElsewhere(ctx.db, ids)
  return dossiers.map((dossier) => {
    const report = reports.find((candidate) => candidate.dossierId === dossier.id)
    return {
      ...dossier,
      adviserName: report?.adviserName ?? null,
      reportSubmitted: Boolean(report?.submittedAt),
      onTable: tabled.includes(dossier.id),
    }
  })
}
