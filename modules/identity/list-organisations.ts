import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam, searchWords } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { authorities, units } from '../province/index.ts'
import { membershipActs, organisationActs, organisationStatuses } from './acts.ts'
import { requireRole } from './actor.ts'
import type { Role } from './actor.ts'
import { selectAuditEntries } from './audit-trail.store.ts'
import type { AuditEntry } from './audit-trail.store.ts'
import type { MembershipId, OrganisationId, UserId } from './ids.ts'
import { membershipStatusOf } from './membership-status.ts'
import { countPeople, isAnybodyElse, selectCommunes, selectOrganisations, selectPeopleOf } from './organisation.store.ts'
import type { Organisation } from './organisation.store.ts'
import { organisationKinds, rolesOfKind } from './rules.ts'
import type { OrganisationKind } from './rules.ts'
import { grantsOf } from './ties.ts'

/** Which organisations a list shows: those in use, those of them that nobody works in yet, or those that were merged. */
export const organisationShows = ['active', 'nobody', 'merged'] as const

export const organisationFilter = z.object({
  q: z.string().trim().max(120).catch('').default(''),
  kind: z.enum(organisationKinds).optional().catch(undefined),
  show: z.enum(organisationShows).catch('active').default('active'),
})
export type OrganisationFilter = z.infer<typeof organisationFilter>

export type OrganisationRow = Pick<Organisation, 'id' | 'code' | 'name' | 'kind' | 'communeCode' | 'mergedAt'> & {
  commune: string | null
  parent: string | null
  people: number
  mergedInto: string | null
}

/** All organisations that fit: those whose own names do first, in Vietnamese order within their kinds. */
export async function findOrganisations(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, filter: OrganisationFilter): Promise<OrganisationRow[]> {
  requireRole(ctx.actor, 'administrator')
  const people = await countPeople(ctx.db, dateInVietnam(ctx.now))
  const communes = new Map((await selectCommunes(ctx.db)).map(({ code, name }) => [code, name]))
  const all = await selectOrganisations(ctx.db)
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const asked = searchWords(filter.q)
  return (
    all
      .filter((one) => (filter.kind === undefined || one.kind === filter.kind) && isShown(one, filter.show, people.get(one.id) ?? 0))
      .filter((one) => startAll(asked, wordsOf(one)))
      // What is called so itself stands before what lies where something was called so.
      .toSorted((one, other) => Number(startAll(asked, searchWords(other.name))) - Number(startAll(asked, searchWords(one.name))))
      .map(({ id, code, name, kind, communeCode, mergedAt, parentId, mergedIntoId }) => ({
        id,
        code,
        name,
        kind,
        communeCode,
        mergedAt,
        commune: (communeCode && communes.get(communeCode)) ?? null,
        parent: (parentId && names.get(parentId)) ?? null,
        people: people.get(id) ?? 0,
        mergedInto: (mergedIntoId && names.get(mergedIntoId)) ?? null,
      }))
  )
}

const startAll = (asked: readonly string[], known: readonly string[]) =>
  asked.every((word) => known.some((other) => other.startsWith(word)))

function isShown({ status }: Organisation, show: OrganisationFilter['show'], people: number): boolean {
  const [active, merged] = organisationStatuses
  if (show === 'merged') return status === merged
  return status === active && (show === 'active' || people === 0)
}

/** By name and code, by the commune that it serves, and by every commune of before that went into it. */
function wordsOf({ name, code, communeCode }: Organisation): string[] {
  return [...searchWords(`${name} ${code}`), ...(communeCode === null ? [] : placeWords(communeCode))]
}

const placeWordsOf = new Map<string, string[]>()
function placeWords(code: string): string[] {
  const known = placeWordsOf.get(code)
  if (known) return known
  const now = units().current.find((unit) => unit.code === code)
  const before = units().formedFrom(code)
  const words = searchWords([code, now?.name ?? '', ...before.map((old) => `${old.name} ${old.district.name} ${old.code}`)].join(' '))
  placeWordsOf.set(code, words)
  return words
}

export type OrganisationPerson = {
  userId: UserId
  name: string
  email: string
  canSignIn: boolean
  invitedUntil: Date | null
  roles: { id: MembershipId; role: Role; since: string; until: string | null; isHeld: boolean }[]
}

export type OrganisationView = Organisation & {
  commune: string | null
  /** The communes of before that went into its commune. */
  formerCommunes: string[]
  parent: Pick<Organisation, 'id' | 'code' | 'name'> | null
  mergedInto: Pick<Organisation, 'id' | 'name'> | null
  /** Those that went into it, and those that stand below it. */
  merged: Pick<Organisation, 'id' | 'name' | 'mergedAt'>[]
  children: Pick<Organisation, 'id' | 'name'>[]
  people: OrganisationPerson[]
  roles: readonly Role[]
  history: AuditEntry[]
  may: May<typeof organisationActs>
}

/** One organisation, with its people of today and of before and all that was done to it and to those that went into it. */
export async function findOrganisation(ctx: Ctx, organisationId: OrganisationId): Promise<OrganisationView> {
  requireRole(ctx.actor, 'administrator')
  const all = await selectOrganisations(ctx.db)
  const organisation = all.find(({ id }) => id === organisationId)
  if (!organisation) throw new NotFound('No such organisation', { organisationId })
  const by = (id: OrganisationId | null) => all.find((one) => one.id === id) ?? null
  const merged = all.filter(({ mergedIntoId }) => mergedIntoId === organisationId)
  const history: AuditEntry[] = []
  for (const { id } of [organisation, ...merged])
    history.push(...(await selectAuditEntries(ctx.db, { subjectType: 'organisation', subjectId: id }, { limit: 200 })))
  const { communeCode } = organisation
  return {
    ...organisation,
    commune: communeCode && ((await selectCommunes(ctx.db)).find(({ code }) => code === communeCode)?.name ?? null),
    formerCommunes: communeCode
      ? units()
          .formedFrom(communeCode)
          .map(({ name, district }) => `${name}, ${district.name}`)
      : [],
    parent: by(organisation.parentId),
    mergedInto: by(organisation.mergedIntoId),
    merged,
    children: all.filter(({ parentId }) => parentId === organisationId),
    people: await peopleOf(ctx, organisationId),
    roles: rolesOfKind[organisation.kind],
    history: history.toSorted((one, other) => other.seq - one.seq),
    may: mayOf(organisationActs, organisation.status, grantsOf(ctx.actor)),
  }
}

/** Who works or worked in an organisation, each person once. */
export async function peopleOf(ctx: Pick<Ctx, 'db' | 'now'>, organisationId: OrganisationId): Promise<OrganisationPerson[]> {
  const today = dateInVietnam(ctx.now)
  const rows = await selectPeopleOf(ctx.db, [organisationId])
  return [...Map.groupBy(rows, ({ userId }) => userId).values()].map((own) => {
    const { userId, name, email, canSignIn, invitedUntil } = own[0]!
    return {
      userId,
      name,
      email,
      canSignIn: Boolean(canSignIn),
      invitedUntil: invitedUntil && invitedUntil > ctx.now ? invitedUntil : null,
      roles: own.map(({ membershipId, role, since, until }) => ({
        id: membershipId,
        role: role as Role,
        since,
        until,
        isHeld: membershipStatusOf({ until }, today) === membershipActs.add.to,
      })),
    }
  })
}

/** A body that the programme needs in this province, and the organisation that is it, if there is one. */
export type Body = { code: string; kind: OrganisationKind; name: string; organisation: Pick<Organisation, 'id' | 'name' | 'status'> | null }

/** There is one of these in a province, whatever its code. */
const onlyOne: readonly OrganisationKind[] = ['provincial-office', 'council', 'steering-committee']

/** The bodies of the province's folder, each with what is there. */
export async function listBodies(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<Body[]> {
  requireRole(ctx.actor, 'administrator')
  const all = await selectOrganisations(ctx.db)
  const [active] = organisationStatuses
  return authorities().bodies.map((body) => ({
    ...body,
    organisation:
      all.find(({ code }) => code === body.code) ??
      (onlyOne.includes(body.kind) ? all.find(({ kind, status }) => kind === body.kind && status === active) : null) ??
      null,
  }))
}

/** Where an installation stands on its first day: whether bodies are missing, and whether anybody else has an account. */
export async function firstDay(ctx: Ctx): Promise<{ missing: number; alone: boolean }> {
  const person = requireRole(ctx.actor, 'administrator')
  const missing = (await listBodies(ctx)).filter(({ organisation }) => organisation === null).length
  return { missing, alone: !(await isAnybodyElse(ctx.db, person.userId)) }
}
