import { grantFor } from '@dacsan/decisions'
import type { ActRows as Rows, Grant as AnyGrant, NamedAct, Who as AnyWho } from '@dacsan/decisions'
import { Forbidden, NotFound } from '@dacsan/decisions'
import type { Actor, Role } from './actor.ts'
import type { ApiKeyScope } from './api-keys/scopes.ts'
import type { OrganisationId, UserId } from './ids.ts'

/**
 * Who may stand in the column `by` of a table of acts: a role, a machine whose key has the scope, anybody at all, or the platform itself (jobs, seeds,
 * the command line).
 */
export type Party = Role | ApiKeyScope | 'anyone' | 'system'

/**
 * What ties people to a thing. `any`: nothing beyond the role. `owner`: works for the organisation that it belongs to. `own-commune`: serves
 * the commune where it lies. `assigned`: it was given to this person. `self`: it is this person's own account. `link`: holds its secret link.
 * A seat counts only together with its role, and so does a hand in the law.
 */
export type Tie = 'any' | 'owner' | 'own-commune' | 'assigned' | 'self' | 'link' | SeatTie | LawTie
export type SeatTie = 'chair-seat' | 'scoring-seat' | 'secretary-seat'
/** `office-topic`: the value is not one of those that administrators keep alone. `proposer`: proposed it. `second-person`: may confirm what somebody else proposed. */
export type LawTie = 'office-topic' | 'proposer' | 'second-person'

/** The facts of a thing that people can be tied to it by; absent or null: nobody is. */
export type Ties = {
  owner?: OrganisationId | null
  commune?: string | null
  /** Whom it was given to; with a commune, only as long as that person serves it. */
  assigned?: { userId: UserId; communeCode?: string } | null
  self?: UserId | null
  link?: boolean
  /** The seats that the actor has at its table. */
  seats?: readonly SeatTie[]
  /** What the actor is to a legal value, and to the proposal of a new one or of an import of the register. */
  law?: readonly LawTie[]
}

export type Grant = AnyGrant<Party, Tie>
/** The rows of a table of acts over these states. */
export type ActRows<Status extends string = never> = Rows<Status, Party, Tie>

/** Everything that somebody is to a thing: each role with each tie that its membership gives, the role alone last. */
export function grantsOf(actor: Actor, ties: Ties = {}): Grant[] {
  const grants: Grant[] = []
  if (actor.kind === 'system') grants.push({ party: 'system', tie: 'any' })
  if (actor.kind === 'machine') grants.push(...actor.scopes.map((party) => ({ party, tie: 'any' as const })))
  if (actor.kind === 'person') {
    const personal: Tie[] = [...(ties.seats ?? []), ...(ties.law ?? [])]
    for (const { role, organisationId, communeCode } of actor.memberships) {
      const own: Tie[] = [...personal]
      const serves = ties.assigned?.communeCode === undefined || ties.assigned.communeCode === communeCode
      if (ties.assigned?.userId === actor.userId && serves) own.push('assigned')
      if (ties.owner === organisationId) own.push('owner')
      if (communeCode !== null && ties.commune === communeCode) own.push('own-commune')
      grants.push(...[...own, 'any' as const].map((tie) => ({ party: role, tie })))
    }
    if (ties.self === actor.userId) grants.push({ party: 'anyone', tie: 'self' })
  }
  if (ties.link) grants.push({ party: 'anyone', tie: 'link' })
  grants.push({ party: 'anyone', tie: 'any' })
  return grants
}

/** Who may stand in a column `by`, or in a list of readers. */
export type Who = AnyWho<Party, Tie>

/** Whether one of these roles, with its tie, is the actor's: for reading, which is not an act. */
export function permits(who: Who, actor: Actor, ties: Ties = {}): boolean {
  return grantFor({ by: who }, grantsOf(actor, ties)) !== undefined
}

/**
 * By what right the actor does this to a thing with these ties; throws where there is none. `known`: the actor may see the thing, so a no is
 * said openly. Otherwise an act that needs a tie does not even say whether the thing is there.
 *
 * Errors: `Forbidden('sign-in')`, `Forbidden('role')`, `Forbidden('tie')`, `NotFound`.
 */
export function requireAct(actor: Actor, act: NamedAct, ties: Ties = {}, { known = false }: { known?: boolean } = {}): Grant {
  const grant = grantFor(act, grantsOf(actor, ties))
  if (grant) return grant
  const tied = Object.values(act.by).some((needed) => needed !== 'any')
  if (tied && !known) throw new NotFound(`No such ${act.subject}`)
  if (actor.kind === 'visitor') throw new Forbidden('sign-in')
  throw new Forbidden(tied ? 'tie' : 'role', { act: act.event, wanted: Object.keys(act.by) })
}
