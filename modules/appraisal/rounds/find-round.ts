import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { listDossiers } from '../../dossiers/index.ts'
import type { DossierStatus } from '../../dossiers/index.ts'
import { grantsOf, requireRole, system } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { withStages } from '../intake/list-appraisals.ts'
import type { AppraisalRow } from '../intake/list-appraisals.ts'
import { refuseClosedRound, roundActs } from '../rules.ts'
import { countByStatus, selectFirstOpening, selectRound, selectRounds } from './round.store.ts'
import type { Round } from './round.store.ts'
import type { RoundId } from '../../dossiers/rules.ts'

const roundReaders = ['provincial-officer', 'council-secretary', 'leader'] as const

export type RoundView = Round & {
  /** It still takes dossiers and sessions. */
  isOpen: boolean
  may: May<typeof roundActs>
}

export const viewRound = (actor: Actor, round: Round): RoundView => ({
  ...round,
  isOpen: refuseClosedRound(round.status) === null,
  may: mayOf(roundActs, round.status, grantsOf(actor)),
})

export type RoundSummary = RoundView & { dossiers: Partial<Record<DossierStatus, number>> }

/** The rounds, the latest first, with how many dossiers are at which step. */
export async function listRounds(ctx: Ctx): Promise<RoundSummary[]> {
  requireRole(ctx.actor, ...roundReaders)
  const counts = await countByStatus(ctx.db)
  return (await selectRounds(ctx.db)).map((round) => ({
    ...viewRound(ctx.actor, round),
    dossiers: Object.fromEntries(counts.filter((row) => row.roundId === round.id).map((row) => [row.status, row.count])),
  }))
}

export type RoundDossiers = {
  round: RoundView
  dossiers: AppraisalRow[]
  /** Those that can come before the council. */
  ready: AppraisalRow[]
  /** How many wait for their report. */
  unready: number
}

export async function findRound(ctx: Ctx, roundId: RoundId): Promise<RoundDossiers> {
  requireRole(ctx.actor, ...roundReaders)
  const round = await selectRound(ctx.db, roundId)
  if (!round) throw new NotFound('No such round', { roundId })
  // A secretary calls sessions over them: what stands on their cards, which is not the dossier.
  const cards = (await listDossiers({ ...ctx, actor: system('round-cards') }, { roundId })).map((dossier) => {
    const { may: _, ...card } = dossier
    return card
  })
  const dossiers = await withStages(ctx, cards)
  return {
    round: viewRound(ctx.actor, round),
    dossiers,
    ready: dossiers.filter(({ stage }) => stage === 'reported'),
    unready: dossiers.filter(({ stage }) => stage === 'to-assign' || stage === 'to-report').length,
  }
}

/** The day on which the first round of this installation was opened; null before any. Older recognitions were given elsewhere. */
export async function firstRoundDay(db: ReadDb): Promise<PlainDate | null> {
  const opened = await selectFirstOpening(db)
  return opened && dateInVietnam(opened)
}
