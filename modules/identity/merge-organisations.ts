import { inTransaction } from '@dacsan/platform/context'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import type { OrganisationHolding } from '../organisation-holding.ts'
import { membershipActs, organisationActs } from './acts.ts'
import { requireRole } from './actor.ts'
import type { OrganisationId } from './ids.ts'
import { membershipStatusOf, untilFor } from './membership-status.ts'
import { lockMembershipsOf, moveMemberships, updateMembership } from './membership.store.ts'
import { lockOrganisations, lockTree, selectOrganisation, selectPeopleOf, updateMerged } from './organisation.store.ts'
import type { Organisation } from './organisation.store.ts'
import { organisationCodeInput, refuseMerged } from './organisations.ts'
import { record } from './record.ts'
import type { MergeRefusal } from './rules.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

export const mergeOrganisationInput = z.object({
  intoCode: organisationCodeInput,
  reason: z.string(fieldErrors.reason).trim().min(3, fieldErrors.reason).max(500, fieldErrors.reasonLong),
})

/**
 * Merges an organisation into another of its kind: its people go over with their roles, and so does what every room holds by its id. It stays as
 * history and says where it went. `holdings`: those of all rooms (modules/app/organisations.ts).
 */
export async function mergeOrganisation(
  ctx: Ctx,
  fromId: OrganisationId,
  { intoCode, reason }: z.infer<typeof mergeOrganisationInput>,
  holdings: readonly OrganisationHolding[],
): Promise<Outcome<{ intoId: OrganisationId }, MergeRefusal>> {
  const act = organisationActs.merge
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    await lockTree(tx)
    const named = await selectOrganisation(tx, { code: intoCode })
    const held = await lockOrganisations(tx, named ? [fromId, named.id] : [fromId])
    const from = held.get(fromId)
    if (!from) throw new NotFound('No such organisation', { organisationId: fromId })
    const closed = await refuseMerged(tx, act, from)
    if (closed) return closed
    const into = named && held.get(named.id)
    if (!into) return refuse('unknown-organisation')
    const refused = refusePair(from, into)
    if (refused) return refused
    const people = await moveRoles(tx, { from, into, today: dateInVietnam(ctx.now) })
    for (const { move } of holdings) {
      const moved = await move(tx, { fromId, intoId: into.id })
      // What was moved before it is undone with the transaction.
      if (!moved.ok) throw new Held(moved.refusal.what)
    }
    await updateMerged(tx, { id: fromId, intoId: into.id, status: act.to, at: ctx.now })
    await record(tx, ctx, act, {
      subjectId: fromId,
      payload: { organisationId: fromId, intoId: into.id },
      detail: { from: from.name, to: into.name, intoId: into.id, people, reason },
    })
    return done({ intoId: into.id })
  }).catch((error: unknown) => {
    if (error instanceof Held) return refuse('held-by-both', { what: error.what })
    throw error
  })
}

/** Undoes the transaction of a merge that a room refuses. */
class Held extends Error {
  readonly what: string
  constructor(what: string) {
    super(what)
    this.what = what
  }
}

function refusePair(from: Organisation, into: Organisation) {
  if (from.id === into.id) return refuse('same-organisation')
  if (into.status === organisationActs.merge.to) return refuse('into-merged')
  return from.kind === into.kind ? null : refuse('kinds-differ')
}

/**
 * The roles of the one become roles of the other, those that ended too: who once worked for a producer still has a tie of interest with it. Who has the
 * same role in both keeps one of them, held where either is.
 */
async function moveRoles(tx: Tx, { from, into, today }: { from: Organisation; into: Organisation; today: string }): Promise<number> {
  const roles = await lockMembershipsOf(tx, [from.id, into.id])
  const there = new Map(
    roles.filter(({ organisationId }) => organisationId === into.id).map((role) => [`${role.userId} ${role.role}`, role]),
  )
  const own = roles.filter(({ organisationId }) => organisationId === from.id)
  const twice = own.filter(({ userId, role }) => there.has(`${userId} ${role}`))
  await moveMemberships(
    tx,
    own.filter((role) => !twice.includes(role)).map(({ id }) => id),
    into.id,
  )
  for (const role of twice) {
    if (membershipStatusOf(role, today) !== membershipActs.add.to) continue
    const same = there.get(`${role.userId} ${role.role}`)!
    if (membershipStatusOf(same, today) !== membershipActs.add.to)
      await updateMembership(tx, same.id, { since: today, until: untilFor(membershipActs.add.to, today) })
    await updateMembership(tx, role.id, { until: untilFor(membershipActs.end.to, today) })
  }
  return new Set(own.map(({ userId }) => userId)).size
}

/** What would go over: people with a role today, and what rooms hold, in their words. */
export async function previewMerge(
  ctx: Ctx,
  fromId: OrganisationId,
  intoCode: string,
  holdings: readonly OrganisationHolding[],
): Promise<Outcome<{ into: Pick<Organisation, 'code' | 'name'>; people: string[]; holds: string[] }, MergeRefusal>> {
  requireRole(ctx.actor, 'administrator')
  const from = await selectOrganisation(ctx.db, { id: fromId })
  if (!from) throw new NotFound('No such organisation', { organisationId: fromId })
  const into = await selectOrganisation(ctx.db, { code: intoCode.trim().toLowerCase() })
  if (!into) return refuse('unknown-organisation')
  const refused = refusePair(from, into)
  if (refused) return refused
  const { code, name } = into
  return done({ into: { code, name }, ...(await holdsOf(ctx.db, fromId, dateInVietnam(ctx.now), holdings)) })
}

async function holdsOf(db: ReadDb, id: OrganisationId, today: string, holdings: readonly OrganisationHolding[]) {
  const people = (await selectPeopleOf(db, [id])).filter((one) => membershipStatusOf(one, today) === membershipActs.add.to)
  const holds: string[] = []
  for (const { list } of holdings) holds.push(...(await list(db, id)))
  return { people: [...new Set(people.map(({ name }) => name))], holds }
}
