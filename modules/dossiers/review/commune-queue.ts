import { dateInVietnam, formatDeadline, workingDaysBetween } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import type { LegalSource } from '../../law/index.ts'
import { listDossiers } from '../list-dossiers.ts'
import { dueState } from '../rules.ts'
import type { DossierCard, DueState, ListedDossier } from '../rules.ts'

/** How long a dossier may still wait, counted on the holidays in force. */
export type Due = { on: string; workingDaysLeft: number; state: DueState; text: string }

/** The day by which the commune has to act; null once the dossier is not with it. */
export function dueOf(dossier: Pick<DossierCard, 'status' | 'communeDueOn'>, today: string): Due | null {
  if (dossier.status !== 'submitted' || dossier.communeDueOn === null) return null
  const on = dossier.communeDueOn
  const workingDaysLeft = workingDaysBetween(today, on, holidays())
  return { on, workingDaysLeft, state: dueState(today, on, workingDaysLeft), text: formatDeadline(today, on, holidays()) }
}

export type CommuneQueue = {
  waiting: (ListedDossier & { due: Due })[]
  /** How many of those that wait are past their day. */
  late: number
  /** With the producer again, or already on their way. */
  others: ListedDossier[]
  /** The law behind the number of days. */
  rule: { workingDays: number } & LegalSource
}

/** What waits at the officer's commune, the shortest time first, and what has gone through its hands. */
export async function communeQueue(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<CommuneQueue> {
  requireRole(ctx.actor, 'commune-officer')
  const today = dateInVietnam(ctx.now)
  const dossiers = await listDossiers(ctx)
  const waiting: CommuneQueue['waiting'] = []
  const others: ListedDossier[] = []
  for (const dossier of dossiers) {
    const due = dueOf(dossier, today)
    if (due) waiting.push({ ...dossier, due })
    else others.push(dossier)
  }
  waiting.sort((a, b) => a.due.on.localeCompare(b.due.on) || a.code.localeCompare(b.code))
  others.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
  const late = waiting.filter(({ due }) => due.state === 'late').length
  return { waiting, late, others, rule: await communeReviewRule(ctx) }
}

export type ReviewRule = CommuneQueue['rule']

/** How many working days the commune has today, and by which law. */
export async function communeReviewRule(ctx: Pick<Ctx, 'db' | 'now'>): Promise<ReviewRule> {
  const { value, instrument, article, sourceUrl, certainty } = await ruleOn(
    ctx.db,
    'dossier.commune-review-working-days',
    dateInVietnam(ctx.now),
  )
  return { workingDays: value, instrument, article, sourceUrl, certainty }
}
