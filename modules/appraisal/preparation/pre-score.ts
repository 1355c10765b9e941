import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { scoredCriteria } from '@dacsan/scorecard'
import type { Band, CriteriaSet } from '@dacsan/scorecard'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { DossierView } from '../../dossiers/index.ts'
import { record, requireAct } from '../../identity/index.ts'
import { criteriaSet, criteriaSource } from '../../law/index.ts'
import type { LegalSource } from '../../law/index.ts'
import { findAppraisal } from '../intake/find-appraisal.ts'
import { selectReport } from '../intake/intake.store.ts'
import { lockFiledDossier } from '../intake/receive-dossier.ts'
import { mayReadAppraisal, tiesOfReport } from '../policy.ts'
import { advisoryActs, decidePreScore } from '../rules.ts'
import type { PreScore, PreScoreRefusal, SheetLine } from '../rules.ts'
import { bandsFor } from '../sessions/bands.ts'
import { sheetLines } from '../sheets/score-sheet.ts'
import { replacePreScore, selectPreScore } from './pre-score.store.ts'

export const savePreScoreInput = z.object({ dossierId: idInput('dos'), lines: sheetLines })
export type SavePreScoreInput = z.infer<typeof savePreScoreInput>

/** Keeps some marks of the advisory group on a dossier; the others stay as they are. Nothing of them is counted. */
export async function savePreScore(ctx: Ctx, input: SavePreScoreInput): Promise<Outcome<{ marked: number }, PreScoreRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockFiledDossier(tx, input.dossierId)
    const report = await selectReport(tx, dossier.id)
    requireAct(ctx.actor, advisoryActs['pre-score'], tiesOfReport(report), { known: mayReadAppraisal(ctx.actor, report) })
    const decision = decidePreScore(dossier.status, input.lines, {
      submitted: Boolean(report?.submittedAt),
      lines: await selectPreScore(tx, dossier.id),
      criteria: scoredCriteria(criteriaSet(dossier.criteriaDecision, dossier.setCode)),
    })
    if (!decision.ok) return decision
    const { lines } = decision.event
    await replacePreScore(tx, dossier.id, lines)
    // As with a sheet, the trail says that it was worked on and never what it says.
    await record(tx, ctx, advisoryActs['pre-score'], { subjectId: dossier.id, detail: { marked: lines.length } })
    return done({ marked: lines.length })
  })
}

export type PreScoreSheet = {
  dossier: DossierView
  set: CriteriaSet
  source: LegalSource
  bands: readonly Band[]
  lines: SheetLine[]
  score: PreScore | null
  /** The actor may write on it now. */
  isWritable: boolean
}

/** The marks of the advisory group, beside what the producer chose: for the office and for who writes the report. */
export async function findPreScore(ctx: Ctx, dossierId: DossierId): Promise<PreScoreSheet> {
  const { dossier, report, preScore, may } = await findAppraisal(ctx, dossierId)
  if (!report) throw new NotFound('Nobody was asked for the report', { dossierId })
  return {
    dossier,
    set: criteriaSet(dossier.criteriaDecision, dossier.setCode),
    source: criteriaSource(dossier.criteriaDecision),
    bands: await bandsFor(ctx.db, dossier),
    lines: preScore?.lines ?? [],
    score: preScore?.score ?? null,
    isWritable: may['pre-score'] === true && !report.submittedAt,
  }
}
