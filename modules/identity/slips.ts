import { Forbidden, grantFor } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { membershipActs, personActs } from './acts.ts'
import { requirePerson } from './actor.ts'
import type { Role } from './actor.ts'
import { digestOf, refuseInvitation } from './invitation.ts'
import type { InvitationKind } from './invitation.store.ts'
import { selectInvitation } from './invitation.store.ts'
import { selectMembershipsOf } from './membership.store.ts'
import { membershipStatusOf } from './membership-status.ts'
import { headedBy } from './renew-access.ts'
import { grantsOf } from './ties.ts'

/** What a printed invitation says; the secret of its address comes from whoever was just shown it. */
type SlipFacts = {
  secret: string
  kind: InvitationKind
  name: string
  email: string
  seats: { role: Role; organisation: string }[]
  madeByName: string
  until: Date
}

/** As many as one import brings. */
export const mostSlips = 500

/**
 * What is printed for these invitations, those that still open something, in the order given. Nobody knows an address but whoever just made it: it
 * stands nowhere, so it is asked for. Only who may renew that way in prints it.
 */
export async function findSlips(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, secrets: readonly string[]): Promise<SlipFacts[]> {
  // The machine prints what it has just made; there is nobody else to ask.
  const trusted = ctx.actor.kind === 'system'
  if (!trusted) requirePerson(ctx.actor)
  const today = dateInVietnam(ctx.now)
  const slips: SlipFacts[] = []
  for (const secret of secrets.slice(0, mostSlips)) {
    const found = await selectInvitation(ctx.db, digestOf(secret))
    if (!found || refuseInvitation(found, ctx.now)) continue
    const owner = await headedBy(ctx, found.userId)
    if (!trusted && !grantFor(personActs['renew-access'], grantsOf(ctx.actor, { owner })))
      throw new Forbidden('tie', { act: personActs['renew-access'].event })
    const held = (await selectMembershipsOf(ctx.db, [found.userId])).filter(
      (one) => membershipStatusOf(one, today) === membershipActs.add.to,
    )
    slips.push({
      secret,
      kind: found.kind as InvitationKind,
      name: found.name,
      email: found.email ?? found.phone ?? '',
      seats: held.map(({ role, organisationName }) => ({ role: role as Role, organisation: organisationName })),
      madeByName: found.madeByName,
      until: found.expiresAt,
    })
  }
  return slips
}
