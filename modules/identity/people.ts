import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { roles } from './actor.ts'
import type { Role } from './actor.ts'
import { audit } from './audit.ts'
import { hashPassword, judgePassword } from './passwords.ts'
import { insertPerson, selectOrganisation, selectPersonByEmail } from './people.store.ts'
import { organisationKinds } from './rules.ts'
import type { AccountRefusal, MembershipRefusal } from './rules.ts'

type Maker = Pick<Ctx, 'actor' | 'now' | 'newId'>

export const createPersonInput = z.object({
  name: z.string().trim().min(2).max(120),
  email: z.email().trim().toLowerCase().max(200),
  password: z.string(),
})
export type CreatePersonInput = z.infer<typeof createPersonInput>

/** Opens an account that signs in with e-mail and password. Policy lies with the caller: an administrator's page, a seed, the command line. */
export async function createPerson(tx: Tx, ctx: Maker, input: CreatePersonInput): Promise<Outcome<{ userId: string }, AccountRefusal>> {
  const { name, email, password } = input
  const weak = judgePassword(password, { email })
  if (weak) return weak
  if (await selectPersonByEmail(tx, email)) return refuse('email-taken')
  const id = ctx.newId('usr')
  await insertPerson(tx, { id, accountId: ctx.newId('acc'), name, email, passwordHash: await hashPassword(password), now: ctx.now })
  await audit(tx, ctx, { action: 'identity.person-created', subjectType: 'person', subjectId: id })
  return done({ userId: id })
}

export const createOrganisationInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{1,60}$/),
  name: z.string().trim().min(2).max(200),
  kind: z.enum(organisationKinds),
  communeCode: z.string().nullable().default(null),
  parentId: z.string().nullable().default(null),
})
export type CreateOrganisationInput = z.input<typeof createOrganisationInput>

/** The organisation with this code: made now, or the one that is there already. */
export async function createOrganisation(tx: Tx, ctx: Maker, input: CreateOrganisationInput): Promise<{ id: string; code: string }> {
  const { code, name, kind, communeCode, parentId } = createOrganisationInput.parse(input)
  const inserted = await tx
    .insertInto('organisation')
    .values({ id: ctx.newId('org'), code, name, kind, commune_code: communeCode, parent_id: parentId, created_at: ctx.now })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(['id', 'code'])
    .executeTakeFirst()
  if (!inserted) return (await selectOrganisation(tx, { code }))!
  await audit(tx, ctx, { action: 'identity.organisation-created', subjectType: 'organisation', subjectId: inserted.id, detail: { code } })
  return inserted
}

export const addMembershipInput = z.object({
  userId: z.string(),
  organisationId: z.string(),
  role: z.enum(roles),
})

/** Gives a person a role in an organisation from today on; a role that had ended begins again. */
export async function addMembership(
  tx: Tx,
  ctx: Maker,
  { userId, organisationId, role }: { userId: string; organisationId: string; role: Role },
): Promise<Outcome<{ membershipId: string }, MembershipRefusal>> {
  const today = dateInVietnam(ctx.now)
  if (!(await selectOrganisation(tx, { id: organisationId }))) return refuse('unknown-organisation')
  const given = await tx
    .insertInto('membership')
    .values({ id: ctx.newId('mem'), user_id: userId, organisation_id: organisationId, role, since: today })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'organisation_id', 'role'])
        .doUpdateSet({ since: today, until: null })
        .where('membership.until', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst()
  if (!given) return refuse('already-member')
  await audit(tx, ctx, {
    action: 'identity.membership-added',
    subjectType: 'person',
    subjectId: userId,
    detail: { role, organisationId },
  })
  return done({ membershipId: given.id })
}
