import { Forbidden } from '@dacsan/decisions'
import type { Grant } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../catalogue/index.ts'
import type { ProducerId } from '../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { hasRole, requireRole } from '../identity/index.ts'
import { grantsOf } from '../identity/rules.ts'
import type { Actor, OrganisationId } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { authorities, tiesOfRecall } from './acts.ts'
import type { RecallAuthority } from './acts.ts'

/** Whose recalls somebody reads: an authority all of them, a producer its own. */
export async function requireReader(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<{ producerId: ProducerId | null }> {
  if (ctx.actor.kind === 'system') return { producerId: null }
  requireRole(ctx.actor, 'producer', ...authorities)
  if (hasRole(ctx.actor, ...authorities)) return { producerId: null }
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return { producerId: producer.id }
}

type Owned = { organisationId: OrganisationId | null }

/** Whoever works for the maker: names and telephones of buyers are shown to them alone. */
export const isMaker = (actor: Actor, recall: Owned): boolean =>
  grantsOf(actor, tiesOfRecall(recall)).some(({ party, tie }) => party === 'producer' && tie === 'owner')

export const mayRead = (actor: Actor, recall: Owned): boolean =>
  actor.kind === 'system' || isMaker(actor, recall) || hasRole(actor, ...authorities)

/** Whether an authority is one that decides about recalls today; the maker needs no such right. */
export async function isCompetent(db: ReadDb, now: Date, { party }: Pick<Grant, 'party'>): Promise<boolean> {
  if (party === 'producer') return true
  const { value } = await ruleOn(db, 'recall.authorities', dateInVietnam(now))
  return value.includes(party as RecallAuthority)
}
