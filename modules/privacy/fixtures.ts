import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { aPerson, someoneWith } from '../identity/fixtures.ts'
import { roles, system } from '../identity/index.ts'
import type { Actor, Person, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'

/** The law on file, somebody whose data it is about, and one person of every other role. */
export async function privacyWorld(as: (actor: Actor) => Ctx) {
  const ctx = as(system('fixtures'))
  await inTransaction(ctx, loadLaw)
  const owner = await inTransaction(ctx, (tx) =>
    aPerson(tx, { role: 'leader', name: 'Trần Thị Riêng', email: 'rieng@example.vn', now: ctx.now }),
  )
  const officer = (role: Role): [Role, Person] => [role, { ...(someoneWith(role) as Person), userId: `usr_${role}` }]
  const officers = Object.fromEntries(roles.map(officer)) as Record<Role, Person>
  return { owner, people: { owner, ...officers } }
}
