import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { membershipActs, organisationActs, personActs } from './acts.ts'
import type { OrganisationId, UserId } from './ids.ts'
import { invite } from './invitation.ts'
import type { Invitation } from './invitation.ts'
import { untilFor } from './membership-status.ts'
import { lockMembershipsIn, selectMembershipsOf, updateMembership } from './membership.store.ts'
import { openMembership } from './memberships.ts'
import { insertOrganisation } from './organisation.store.ts'
import { openPerson } from './people.ts'
import type { Maker } from './people.ts'
import { selectPersonByLogin } from './people.store.ts'
import { record } from './record.ts'
import type { AccountRefusal } from './rules.ts'

/** Makes the organisation of a producer under a code of its own, within an act whose actor was judged before. */
export async function openProducerOrganisation(
  tx: Tx,
  ctx: Maker,
  { name, communeCode }: { name: string; communeCode: string | null },
): Promise<OrganisationId> {
  const id = ctx.newId('org')
  const code = `ct-${id.slice('org_'.length).toLowerCase()}`
  await insertOrganisation(tx, { id, code, name, kind: 'producer', communeCode, parentId: null, createdAt: ctx.now })
  await record(tx, ctx, organisationActs.create, { subjectId: id, detail: { code } })
  return id
}

export type ProducerLogin = { name: string; email: string | null; phone: string | null }
export type ProducerAccountRefusal = Extract<AccountRefusal, { code: 'email-taken' }> | { code: 'works-for-producer' }

/**
 * Opens the account of somebody who works for a producer, within an act whose actor was judged before. Somebody who has an account already gets
 * the role and no invitation: the password is theirs. Nobody works for two producers: the desk shows one.
 */
export async function openProducerAccount(
  tx: Tx,
  ctx: Maker,
  organisationId: OrganisationId,
  { name, email, phone }: ProducerLogin,
): Promise<Outcome<{ userId: UserId; invitation: Invitation | null }, ProducerAccountRefusal>> {
  const known =
    (phone !== null && (await selectPersonByLogin(tx, { phone }))) ||
    (email !== null && (await selectPersonByLogin(tx, { email }))) ||
    undefined
  if (known) {
    const today = dateInVietnam(ctx.now)
    const held = await selectMembershipsOf(tx, [known.id])
    const others = held.filter(
      ({ role, until, organisationId: of }) => role === 'producer' && of !== organisationId && (until === null || until >= today),
    )
    if (others.length > 0) return refuse('works-for-producer')
    // One account for the number, another for the address: which of them is meant nobody can say.
    if (phone !== null && email !== null && known.phone === phone && known.email !== email && (await selectPersonByLogin(tx, { email })))
      return refuse('email-taken')
  }
  const person = known ? done({ userId: known.id }) : await openPerson(tx, ctx, personActs.create, { name, email, phone })
  if (!person.ok) {
    if (person.refusal.code === 'email-taken') return refuse('email-taken')
    throw new Error(`an account without a password was refused: ${person.refusal.code}`)
  }
  const { userId } = person.value
  const given = await openMembership(tx, ctx, { userId, organisationId, role: 'producer' })
  if (!given.ok && given.refusal.code !== 'already-member') throw new Error(`the producer role was refused: ${given.refusal.code}`)
  return done({ userId, invitation: known ? null : await invite(tx, ctx, { userId, kind: 'first' }) })
}

/** Ends the role of everybody who works for a producer, within an act whose actor was judged before: their next request is refused. */
export async function endProducerRoles(tx: Tx, ctx: Maker, organisationId: OrganisationId): Promise<UserId[]> {
  const today = dateInVietnam(ctx.now)
  const memberships = await lockMembershipsIn(tx, organisationId, 'producer', today)
  for (const { id, userId, role } of memberships) {
    await updateMembership(tx, id, { until: untilFor(membershipActs.end.to, today) })
    await record(tx, ctx, membershipActs.end, { subjectId: userId, detail: { role, organisationId } })
  }
  return memberships.map(({ userId }) => userId)
}
