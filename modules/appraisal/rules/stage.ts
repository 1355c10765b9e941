import type { DossierStatus } from '../../dossiers/rules.ts'

/** What a dossier waits for at the province, before its council has scored it. */
export const appraisalStages = ['to-check', 'to-assign', 'to-report', 'reported', 'in-session', 'supplementing'] as const
export type AppraisalStage = (typeof appraisalStages)[number]

/** Null for a dossier that is not at the province, or has left it. */
export function stageOf(dossier: { status: DossierStatus; reportSubmitted: boolean; inSession: boolean }): AppraisalStage | null {
  if (dossier.status !== 'appraising') return stageOfStatus[dossier.status] ?? null
  if (dossier.inSession) return 'in-session'
  return dossier.reportSubmitted ? 'reported' : 'to-report'
}

const stageOfStatus: Partial<Record<DossierStatus, AppraisalStage>> = {
  proposed: 'to-check',
  received: 'to-assign',
  'province-returned': 'supplementing',
}

/** The stages as the office works through them. */
export const stageGroups = [
  { name: 'to-check', stages: ['to-check'] },
  { name: 'to-assign', stages: ['to-assign'] },
  { name: 'to-report', stages: ['to-report'] },
  { name: 'reported', stages: ['reported', 'in-session'] },
  { name: 'supplementing', stages: ['supplementing'] },
] as const satisfies readonly { name: AppraisalStage; stages: readonly AppraisalStage[] }[]
export type StageGroup = (typeof stageGroups)[number]['name']
