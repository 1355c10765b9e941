import { done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../context.ts'
import { membershipActs, organisationActs, personActs } from './acts.ts'
import type { OrganisationId, UserId } from './ids.ts'
import { invite } from './invitation.ts'
import type { Invitation } from './invitation.ts'
import { membershipStatusOf, untilFor } from './membership-status.ts'
import {
  insertMembership,
  lockMembershipIn,
  lockMembershipsIn,
  selectHoldersIn,
  selectMembershipsOf,
  updateMembership,
} from './membership.store.ts'
import { selectPasswordHash } from './credential.store.ts'
import { insertOrganisation, lockOrganisation, updateOrganisation } from './organisation.store.ts'
import { isReachable } from './login.ts'
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
  await insertOrganisation(tx, {
    id,
    code,
    name,
    kind: 'producer',
    communeCode,
    parentId: null,
    status: organisationActs.create.to,
    createdAt: ctx.now,
  })
  await record(tx, ctx, organisationActs.create, { subjectId: id, detail: { code } })
  return id
}

/** The organisation is called and lies as its producer does from now on, within an act whose actor was judged before. */
export async function renameProducerOrganisation(
  tx: Tx,
  ctx: Maker,
  id: OrganisationId,
  { name, communeCode, reason }: { name: string; communeCode: string | null; reason: string },
): Promise<void> {
  const before = await lockOrganisation(tx, id)
  if (!before || before.kind !== 'producer') return
  if (before.name !== name) {
    await updateOrganisation(tx, id, { name })
    await record(tx, ctx, organisationActs.rename, { subjectId: id, detail: { from: before.name, to: name, reason } })
  }
  if (before.communeCode !== communeCode) {
    await updateOrganisation(tx, id, { commune_code: communeCode })
    const detail = { from: { commune: before.communeCode }, to: { commune: communeCode }, reason }
    await record(tx, ctx, organisationActs.move, { subjectId: id, detail })
  }
}

export type ProducerLogin = { name: string; email: string | null; phone: string | null }
export type ProducerAccountRefusal = Extract<AccountRefusal, { code: 'email-taken' }> | { code: 'works-for-producer' }

/** Whose account such a login is, or would be; refused where it is not clear whose, or where its owner works for another producer: the desk shows one. */
async function findProducerLogin(
  tx: Tx,
  ctx: Maker,
  organisationId: OrganisationId | null,
  { email, phone }: Pick<ProducerLogin, 'email' | 'phone'>,
) {
  const byPhone = phone === null ? undefined : await selectPersonByLogin(tx, { phone })
  const byEmail = email === null ? undefined : await selectPersonByLogin(tx, { email })
  if (byPhone && byEmail && byPhone.id !== byEmail.id) return refuse('email-taken')
  const known = byPhone ?? byEmail
  if (!known) return done(undefined)
  return (await worksElsewhere(tx, ctx, known.id, organisationId)) ? refuse('works-for-producer') : done(known)
}

async function heldBeside(tx: Tx, ctx: Maker, userId: UserId, organisationId: OrganisationId | null) {
  const today = dateInVietnam(ctx.now)
  const memberships = await selectMembershipsOf(tx, [userId])
  return memberships.filter((one) => {
    const isThisOne = one.role === 'producer' && one.organisationId === organisationId
    return !isThisOne && membershipStatusOf(one, today) === membershipActs.add.to
  })
}

/** The desk shows one producer. */
const worksElsewhere = async (...of: Parameters<typeof heldBeside>): Promise<boolean> =>
  (await heldBeside(...of)).some(({ role }) => role === 'producer')

/** Whoever opens this account works at more than this producer: no slip of a commune may open that. */
const worksBeside = async (...of: Parameters<typeof heldBeside>): Promise<boolean> => (await heldBeside(...of)).length > 0

/** Whether an account signs in with one of these already. */
export async function isLoginKnown(db: ReadDb, { phone, email }: Pick<ProducerLogin, 'email' | 'phone'>): Promise<boolean> {
  const byPhone = phone === null ? undefined : await selectPersonByLogin(db, { phone })
  return (byPhone ?? (email === null ? undefined : await selectPersonByLogin(db, { email }))) !== undefined
}

/** Why such a login cannot work for this organisation (null: for one that is still to be made): asked before anything is written. */
export async function refuseProducerLogin(
  tx: Tx,
  ctx: Maker,
  organisationId: OrganisationId | null,
  login: Pick<ProducerLogin, 'email' | 'phone'>,
): Promise<Refused<ProducerAccountRefusal> | null> {
  const found = await findProducerLogin(tx, ctx, organisationId, login)
  return found.ok ? null : found
}

/**
 * `hadRole`: it worked for this producer before. `login`: what it signs in with, which is not always what was typed. `invitedElsewhere`: it has chosen
 * no password yet, and another office has to give it the way in.
 */
export type OpenedAccount = { userId: UserId; hadRole: boolean; login: string; invitation: Invitation | null; invitedElsewhere: boolean }

/**
 * Opens the account of somebody who works for a producer, within an act whose actor was judged before. Somebody who has an account already gets
 * the role and no invitation: the password is theirs. Who has chosen none yet is invited anew, unless the account opens more than this producer.
 */
export async function openProducerAccount(
  tx: Tx,
  ctx: Maker,
  organisationId: OrganisationId,
  { name, email, phone }: ProducerLogin,
): Promise<Outcome<OpenedAccount, ProducerAccountRefusal>> {
  const found = await findProducerLogin(tx, ctx, organisationId, { email, phone })
  if (!found.ok) return found
  const known = found.value
  const person = known ? done({ userId: known.id }) : await openPerson(tx, ctx, personActs.create, { name, email, phone })
  if (!person.ok) throw new Error(`an account without a password was refused: ${person.refusal.code}`)
  const { userId } = person.value
  const waits = known === undefined || (await selectPasswordHash(tx, userId)) === null
  const opensMore = known !== undefined && (await worksBeside(tx, ctx, userId, organisationId))
  const hadRole = !(await giveProducerRole(tx, ctx, userId, organisationId))
  const invitation = waits && !opensMore ? await invite(tx, ctx, { userId, kind: 'first' }) : null
  const login = known ? loginOf(known, phone) : (phone ?? email ?? '')
  return done({ userId, hadRole, login, invitation, invitedElsewhere: waits && opensMore })
}

/** The number that was typed where it is the account's own; otherwise what the account has. */
function loginOf(known: { email: string; phone: string | null }, typed: string | null): string {
  if (known.phone !== null && known.phone === typed) return known.phone
  return isReachable(known.email) ? known.email : (known.phone ?? '')
}

/**
 * Whoever confirms it may head a commune, and gives no role in other organisations of itself: here it was judged by the act of confirming. False
 * where the role was there already.
 */
async function giveProducerRole(tx: Tx, ctx: Maker, userId: UserId, organisationId: OrganisationId): Promise<boolean> {
  const role = 'producer'
  const today = dateInVietnam(ctx.now)
  const before = await lockMembershipIn(tx, { userId, organisationId, role })
  if (before && membershipStatusOf(before, today) === membershipActs.add.to) return false
  const dates = { since: today, until: untilFor(membershipActs.add.to, today) }
  if (before) await updateMembership(tx, before.id, dates)
  else await insertMembership(tx, { id: ctx.newId('mem'), userId, organisationId, role, ...dates })
  await record(tx, ctx, membershipActs.add, {
    subjectId: userId,
    payload: { userId, role, organisationId },
    detail: { role, organisationId },
  })
  return true
}

/** Lets those work for a producer again whose role should not have ended, within an act whose actor was judged before; not who works for another now. */
export async function restoreProducerRoles(
  tx: Tx,
  ctx: Maker,
  organisationId: OrganisationId,
  userIds: readonly UserId[],
): Promise<UserId[]> {
  const restored: UserId[] = []
  for (const userId of userIds.toSorted()) {
    if (await worksElsewhere(tx, ctx, userId, organisationId)) continue
    if (await giveProducerRole(tx, ctx, userId, organisationId)) restored.push(userId)
  }
  return restored
}

/** Who works for a producer today, by name. */
export async function producersAt(db: ReadDb, now: Date, organisationId: OrganisationId): Promise<{ userId: UserId; name: string }[]> {
  return selectHoldersIn(db, organisationId, 'producer', dateInVietnam(now))
}

/** Ends the role of everybody who works for a producer, or of one of them, within an act whose actor was judged before: the next request is refused. */
export async function endProducerRoles(tx: Tx, ctx: Maker, organisationId: OrganisationId, only?: UserId): Promise<UserId[]> {
  const today = dateInVietnam(ctx.now)
  const memberships = (await lockMembershipsIn(tx, organisationId, 'producer', today)).filter(
    ({ userId }) => only === undefined || userId === only,
  )
  for (const { id, userId, role } of memberships) {
    await updateMembership(tx, id, { until: untilFor(membershipActs.end.to, today) })
    await record(tx, ctx, membershipActs.end, {
      subjectId: userId,
      payload: { userId, role, organisationId },
      detail: { role, organisationId },
    })
  }
  return memberships.map(({ userId }) => userId)
}
