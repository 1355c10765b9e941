import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { organisationActs, personActs } from './acts.ts'
import type { OrganisationId, UserId } from './ids.ts'
import { insertOrganisation, selectOrganisation } from './organisation.store.ts'
import { demoPassword, hashPassword, judgePassword } from './passwords.ts'
import { internalEmailOf, isReachable } from './login.ts'
import { insertPerson, selectPersonByLogin } from './people.store.ts'
import { record } from './record.ts'
import { organisationKinds } from './rules.ts'
import type { AccountRefusal } from './rules.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

/** What making people and organisations needs: no files, and the transaction instead of the database. */
export type Maker = Pick<Ctx, 'actor' | 'now' | 'newId'>

const createPersonInput = z.object({
  name: z.string(fieldErrors.name).trim().min(2, fieldErrors.name).max(120, fieldErrors.nameLong),
  email: z.email(fieldErrors.email).trim().toLowerCase().max(200, fieldErrors.email).refine(isReachable, fieldErrors.email),
  password: z.string(),
})
/** Who is invited chooses the password. */
export const invitePersonInput = createPersonInput.omit({ password: true })
export type CreatePersonInput = z.infer<typeof createPersonInput>

/** Opens an account that signs in with e-mail and password: for seeds and tests, which know the password of everybody. */
export async function createPerson(tx: Tx, ctx: Maker, input: CreatePersonInput): Promise<Outcome<{ userId: UserId }, AccountRefusal>> {
  requireAct(ctx.actor, personActs.create)
  return openPerson(tx, ctx, personActs.create, input)
}

/** {@link createPerson} within an act whose actor was judged before. */
export async function openPerson(
  tx: Tx,
  ctx: Maker,
  act: typeof personActs.create | (typeof personActs)['open-administrator'],
  { name, email, phone = null, password }: { name: string; email: string | null; phone?: string | null; password?: string },
): Promise<Outcome<{ userId: UserId }, AccountRefusal>> {
  const id = ctx.newId('usr')
  const weak = password === undefined || isOfDemo(ctx, password) ? null : judgePassword(password, { name, email, phone })
  if (weak) return weak
  if (email !== null && (await selectPersonByLogin(tx, { email }))) return refuse('email-taken')
  if (phone !== null && (await selectPersonByLogin(tx, { phone }))) return refuse('phone-taken')
  await insertPerson(tx, {
    id,
    accountId: ctx.newId('acc'),
    name,
    email: email ?? internalEmailOf(id),
    phone,
    passwordHash: password === undefined ? null : await hashPassword(password),
    now: ctx.now,
  })
  await record(tx, ctx, act, { subjectId: id })
  return done({ userId: id })
}

/** The well-known password is given by the demonstration itself alone. */
const isOfDemo = ({ actor }: Maker, password: string) => actor.kind === 'system' && password === demoPassword

export const createOrganisationInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9._-]{0,60}$/),
  name: z.string().trim().min(2).max(200),
  kind: z.enum(organisationKinds),
  communeCode: z.string().nullable().default(null),
  parentId: idInput('org').nullable().default(null),
})
export type CreateOrganisationInput = z.input<typeof createOrganisationInput>

/** The organisation with this code: made now, or the one that is there already. */
export async function createOrganisation(
  tx: Tx,
  ctx: Maker,
  input: CreateOrganisationInput,
): Promise<{ id: OrganisationId; code: string }> {
  requireAct(ctx.actor, organisationActs.create)
  return openOrganisation(tx, ctx, input)
}

/** {@link createOrganisation} within an act whose actor was judged before. */
export async function openOrganisation(tx: Tx, ctx: Maker, input: CreateOrganisationInput): Promise<{ id: OrganisationId; code: string }> {
  const organisation = createOrganisationInput.parse(input)
  const { code } = organisation
  const id = ctx.newId('org')
  const { to: status } = organisationActs.create
  if (!(await insertOrganisation(tx, { id, ...organisation, status, createdAt: ctx.now }))) return (await selectOrganisation(tx, { code }))!
  await record(tx, ctx, organisationActs.create, { subjectId: id, detail: { code } })
  return { id, code }
}
