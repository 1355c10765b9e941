import { testDatabase } from '@dacsan/platform/testing'
import { aProducer, aProduct } from '../catalogue/fixtures.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson, someoneWith } from '../identity/fixtures.ts'
import { roles, system } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { tryActs } from '../test-acts.ts'
import { linkActTables } from './acts.ts'
import { addProductLink, importLinkset, removeProductLink } from './index.ts'

const { db, as } = await testDatabase<Tables>()
const base = as(system('trial'), '2026-11-30T09:00:00+07:00')

const { owner, rival, productId } = await db.transaction().execute(async (tx) => {
  await loadLaw(tx)
  const [owner, rival] = [await aPerson(tx), await aPerson(tx)]
  const { id: producerId } = await aProducer(tx, { organisationId: owner.memberships[0]!.organisationId })
  await aProducer(tx, { organisationId: rival.memberships[0]!.organisationId })
  return { owner, rival, productId: (await aProduct(tx, { producerId })).id }
})
const others = Object.fromEntries(roles.map((role) => [role, someoneWith(role)])) as Record<Role, Actor>
const { producer: _, ...officials } = others

const link = { productId, type: 'recipeInfo', href: 'https://youtube.com/a', title: 'Món ngon', language: null }

// A file of links is the business of whoever runs the machine; a product's links are its owner's, and the province may take a bad one away.
tryActs(linkActTables[0], {
  base,
  people: { owner, rival, ...officials },
  attempts: {
    import: (ctx: Ctx) => importLinkset(ctx, '{"linkset":[]}'),
    add: (ctx: Ctx) => addProductLink(ctx, link),
    remove: (ctx: Ctx) => removeProductLink(ctx, { productId, linkId: 'lnk_none' }),
  },
  expected: { import: { by: ['system'] }, add: { by: ['owner'] }, remove: { by: ['owner', 'provincial-officer'] } },
})
