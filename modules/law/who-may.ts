import type { Ctx, ReadDb } from '../context.ts'
import { actorId, actorName, hasRole, isAnotherAdministrator } from '../identity/index.ts'
import type { Actor, Ties } from '../identity/index.ts'
import { declarationOf } from './topics.ts'

const isAdministrators = (topic: string): boolean => declarationOf(topic).administratorsOnly === true

/** What whoever proposes is to the topic. */
export const tiesOfTopic = (topic: string): Ties => ({ law: isAdministrators(topic) ? [] : ['office-topic'] })

/**
 * What the actor is to a proposal. Anybody else who keeps the law may be the second person, so that one officer and one administrator are
 * enough for every topic. What administrators keep alone (who comes in, and how) another administrator confirms; where the proposer is the only
 * one, an officer of the province does: the officer cannot begin it, and nobody does it alone.
 */
export async function tiesOfProposal(
  db: ReadDb,
  actor: Actor,
  { topic, proposedBy }: { topic: string; proposedBy: string },
  today: string,
): Promise<Ties> {
  if (actor.kind !== 'person') return {}
  if (actor.userId === proposedBy) return { law: ['proposer'] }
  const mayDecide = !isAdministrators(topic) || hasRole(actor, 'administrator') || !(await isAnotherAdministrator(db, proposedBy, today))
  return { law: mayDecide ? ['second-person'] : [] }
}

/** Whoever does something to a proposal, and when. */
export type Hand = { by: string; byName: string; at: Date }

export const handOf = ({ actor, now }: Pick<Ctx, 'actor' | 'now'>): Hand => ({
  by: actorId(actor) ?? actorName(actor),
  byName: actorName(actor),
  at: now,
})

export function proposedBy(ctx: Pick<Ctx, 'actor' | 'now'>): { proposedBy: string; proposedByName: string; proposedAt: Date } {
  const { by, byName, at } = handOf(ctx)
  return { proposedBy: by, proposedByName: byName, proposedAt: at }
}
