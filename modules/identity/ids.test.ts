import { expect, expectTypeOf, test } from 'vitest'
import type { OrganisationId, UserId } from './ids.ts'
import type { giveRole } from './memberships.ts'

type GiveRole = typeof giveRole
type Ctx = Parameters<GiveRole>[0]

test('the id of a person is not the id of an organisation, and no text is either', () => {
  expectTypeOf<string>().not.toExtend<UserId>()
  expectTypeOf<string>().not.toExtend<OrganisationId>()
  // Never called: what is asked of it is that it compiles, and that the swap does not.
  const calls = async (give: GiveRole, ctx: Ctx, userId: UserId, organisationId: OrganisationId) => {
    await give(ctx, userId, { organisationId, role: 'producer' })
    // @ts-expect-error the two are swapped
    await give(ctx, organisationId, { organisationId: userId, role: 'producer' })
  }
  expect(calls).toBeTypeOf('function')
})
