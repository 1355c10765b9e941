import type { Ctx } from '../../context.ts'
import { listDossiers } from '../../dossiers/index.ts'
import type { DossierCard, DossierStatus } from '../../dossiers/index.ts'
import { hasRole, requireRole } from '../../identity/index.ts'
import { admitReader } from '../admission.ts'
import { mayReadAppraisal } from '../policy.ts'
import { adviserRoles, stageGroups, stageOf } from '../rules.ts'
import type { AppraisalStage, StageGroup } from '../rules.ts'
import { selectInOpenSession, selectReports } from './intake.store.ts'

export type AppraisalRow = DossierCard & {
  adviserName: string | null
  reportSubmitted: boolean
  /** Before a session that has not closed. */
  inSession: boolean
  stage: AppraisalStage | null
}

const atProvince: readonly DossierStatus[] = ['proposed', 'province-returned', 'received', 'appraising']

/** What waits at the province before the council: for the office everything, for an adviser what was given to them. */
export async function listAppraisals(ctx: Ctx, filter: { stage?: AppraisalStage } = {}): Promise<AppraisalRow[]> {
  requireRole(ctx.actor, ...adviserRoles)
  const dossiers = await listDossiers(await admitReader(ctx), { status: atProvince })
  const reports = await selectReports(
    ctx.db,
    dossiers.map((dossier) => dossier.id),
  )
  const readable = dossiers.filter((dossier) =>
    mayReadAppraisal(
      ctx.actor,
      reports.find((report) => report.dossierId === dossier.id),
    ),
  )
  const rows = await withStages(ctx, readable)
  return rows.filter(({ stage }) => filter.stage === undefined || stage === filter.stage)
}

export type AppraisalQueue = {
  /** Everything at the province, or what was assigned to the reader. */
  scope: 'all' | 'assigned'
  groups: { name: StageGroup; rows: AppraisalRow[] }[]
}

/** The same by what each dossier waits for; groups without a dossier are left out. */
export async function listAppraisalQueue(ctx: Ctx): Promise<AppraisalQueue> {
  const rows = await listAppraisals(ctx)
  const groups = stageGroups.map(({ name, stages }) => ({
    name,
    rows: rows.filter(({ stage }) => stages.some((one) => one === stage)),
  }))
  return { scope: hasRole(ctx.actor, 'provincial-officer') ? 'all' : 'assigned', groups: groups.filter(({ rows }) => rows.length > 0) }
}

export async function withStages(ctx: Pick<Ctx, 'db'>, dossiers: readonly DossierCard[]): Promise<AppraisalRow[]> {
  const ids = dossiers.map((dossier) => dossier.id)
  const reports = await selectReports(ctx.db, ids)
  const inOpenSession = await selectInOpenSession(ctx.db, ids)
  return dossiers.map((dossier) => {
    const report = reports.find((candidate) => candidate.dossierId === dossier.id)
    const reportSubmitted = Boolean(report?.submittedAt)
    const inSession = inOpenSession.includes(dossier.id)
    const stage = stageOf({ status: dossier.status, reportSubmitted, inSession })
    return { ...dossier, adviserName: report?.adviserName ?? null, reportSubmitted, inSession, stage }
  })
}
