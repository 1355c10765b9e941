import { newId } from '@dacsan/platform/ids'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from './actor.ts'
import type { Actor, Person, Role } from './actor.ts'
import { addMembership } from './memberships.ts'
import { createOrganisation, createPerson } from './people.ts'
import type { OrganisationKind } from './rules.ts'

const homes: Partial<Record<Role, OrganisationKind>> = {
  producer: 'producer',
  'commune-officer': 'commune',
  'provincial-officer': 'provincial-office',
  'council-secretary': 'council',
  'council-member': 'council',
  'council-chair': 'council',
  leader: 'steering-committee',
  buyer: 'platform',
  administrator: 'platform',
}

/** A person on file with one role, able to sign in with `password`; made through the commands that make real ones. */
export async function aPerson(
  tx: Tx,
  given: {
    role?: Role
    name?: string
    email?: string
    password?: string
    organisation?: string
    communeCode?: string | null
    now?: Date
  } = {},
): Promise<Person & { email: string }> {
  const { role = 'producer', communeCode = null, now = new Date() } = given
  const ctx = { actor: system('fixtures'), now, newId }
  const email = given.email ?? `${newId('mail').replace('_', '.')}@example.vn`
  const name = given.name ?? 'Nguyễn Thị Thử'
  const created = await createPerson(tx, ctx, { name, email, password: given.password ?? 'con trâu đi trước' })
  if (!created.ok) throw new Error(created.refusal.code)
  const code = given.organisation ?? `thu-${newId('org').slice(4)}`
  const organisation = await createOrganisation(tx, ctx, { code, name: `Đơn vị ${code}`, kind: homes[role] ?? 'department', communeCode })
  const { userId } = created.value
  const member = await addMembership(tx, ctx, { userId, organisationId: organisation.id, role })
  if (!member.ok) throw new Error(member.refusal.code)
  const membership = { role, organisationId: organisation.id, organisationCode: code, organisationName: `Đơn vị ${code}`, communeCode }
  return { kind: 'person', userId, name, email, memberships: [membership] }
}

/** The numbers of the law that this room works by, where no law was loaded. */
export async function loadTerms(db: Kysely<Tables>): Promise<void> {
  await sql`
    insert into legal_rule (id, topic, value, instrument, effective_from, certainty)
    select topic, topic, value, 'Quy chế thử', '2026-01-01', 'confirmed'
    from (values ('sign-in.first-invitation-hours', '168'::jsonb), ('sign-in.invitation-hours', '72'), ('sign-in.factor-removal-hours', '72'), ('sign-in.session-days', '30'), ('sign-in.confirm-again-minutes', '15'),
      ('retention.system-log-months', '12')) as term (topic, value)
    on conflict do nothing`.execute(db)
}

/** Somebody with these roles who is on no file: enough where only the policy asks. */
export function someoneWith(...roles: Role[]): Actor {
  const memberships = roles.map((role) => ({
    role,
    organisationId: 'org_none' as const,
    organisationCode: 'none',
    organisationName: 'Không có',
    communeCode: null,
  }))
  return { kind: 'person', userId: 'usr_none', name: 'Người thử', email: 'thu@example.vn', memberships }
}
