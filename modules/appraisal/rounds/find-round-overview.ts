import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { proposedAtOf, transitionOn } from '../../dossiers/index.ts'
import type { DossierStatus, RoundId } from '../../dossiers/rules.ts'
import { criteriaSet, ruleOn } from '../../law/index.ts'
import type { AppraisalRow } from '../intake/list-appraisals.ts'
import { selectTests } from '../preparation/laboratory.store.ts'
import { selectSamplesOf } from '../preparation/sample.store.ts'
import { selectVisits } from '../preparation/visit.store.ts'
import { countByCommune, countSamples, daysOf, lateIn } from '../rules.ts'
import type { AppraisalStage, CommuneCount, Late, RoundDay } from '../rules.ts'
import { findRound } from './find-round.ts'
import type { RoundView } from './find-round.ts'

/** A dossier of a round with what was made ready for it. */
export type RoundRow = AppraisalRow & {
  proposedOn: string | null
  samples: { received: number; required: number }
  visitedOn: string | null
  testsAwaited: number
}

export type RoundOverview = {
  round: RoundView
  days: RoundDay[]
  /** How many wait at each stage. */
  stages: { stage: AppraisalStage; count: number }[]
  /** How many have left the province's table, by where they are. */
  beyond: { status: DossierStatus; count: number }[]
  communes: CommuneCount[]
  late: Late[]
  samples: { complete: number; needed: number }
  rows: RoundRow[]
}

/** Everything that the office runs of a round, on one page: for the office, secretaries and leaders. */
export async function findRoundOverview(ctx: Ctx, roundId: RoundId): Promise<RoundOverview> {
  const { round, dossiers } = await findRound(ctx, roundId)
  const ids = dossiers.map(({ id }) => id)
  const today = dateInVietnam(ctx.now)
  const [proposed, samples, visits, tests, rule, transition] = await Promise.all([
    proposedAtOf(ctx.db, ids),
    selectSamplesOf(ctx.db, ids),
    selectVisits(ctx.db, ids),
    selectTests(ctx.db, ids),
    ruleOn(ctx.db, 'round.deadlines', today),
    transitionOn(ctx.db, today),
  ])
  const of = <Row extends { dossierId: string }>(rows: readonly Row[], id: string) => rows.filter(({ dossierId }) => dossierId === id)
  const rows = dossiers.map((dossier): RoundRow => {
    const at = proposed.find(({ dossierId }) => dossierId === dossier.id)?.at
    return {
      ...dossier,
      proposedOn: at ? dateInVietnam(at) : null,
      samples: {
        received: countSamples(of(samples, dossier.id)).received,
        required: criteriaSet(dossier.criteriaDecision, dossier.setCode).samplesRequired,
      },
      visitedOn: of(visits, dossier.id).findLast(({ visitedOn }) => visitedOn !== null)?.visitedOn ?? null,
      testsAwaited: of(tests, dossier.id).filter(({ answer }) => answer === null).length,
    }
  })
  const facts = rows.map((row) => ({
    ...row,
    product: row.product.name,
    commune: row.commune.name,
    transitionDueOn: transition(row)?.on ?? null,
    tests: of(tests, row.id),
    visits: of(visits, row.id),
  }))
  const atStage = Map.groupBy(rows, ({ stage }) => stage)
  // Of those that have left the table the book is closed, and may never have been kept.
  const needed = rows.filter((row) => row.stage !== null && row.samples.required > 0)
  return {
    round,
    days: daysOf(round, rule.value, today),
    stages: [...atStage].flatMap(([stage, own]) => (stage === null ? [] : [{ stage, count: own.length }])),
    beyond: [...Map.groupBy(atStage.get(null) ?? [], ({ status }) => status)].map(([status, own]) => ({ status, count: own.length })),
    communes: countByCommune(round, facts),
    late: lateIn(round, facts, today),
    samples: { complete: needed.filter((row) => row.samples.received >= row.samples.required).length, needed: needed.length },
    rows,
  }
}
