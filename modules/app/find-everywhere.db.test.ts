import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { aSession } from '../appraisal/fixtures.ts'
import { appraisalWorld } from '../appraisal/test-world.ts'
import type { AppraisalWorld } from '../appraisal/test-world.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aDossier } from '../dossiers/fixtures.ts'
import type { Actor } from '../identity/index.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { visitor } from '../identity/index.ts'
import { shopWorld } from '../shop/test-world.ts'
import { findEverywhere } from './find-everywhere.ts'

const { as, db } = await testDatabase<Tables>()
const now = '2026-11-24T09:00:00+07:00'
let world: AppraisalWorld
let shop: Awaited<ReturnType<typeof shopWorld>>
let dossier: { id: string; code: string }
beforeAll(async () => {
  world = await appraisalWorld(as)
  shop = await shopWorld((actor, moment) => as(actor, moment))
  const filed = await aDossier(world.people('2026-11-23T08:30:00+07:00'), { productId: world.product.id, status: 'submitted' })
  dossier = { id: filed.id, code: filed.code }
})

const find = (actor: Actor, text: string) => findEverywhere(as(actor, now), text)
const found = async (actor: Actor, text: string) =>
  (await find(actor, text)).piles.flatMap(({ kind, found: things }) => things.map(({ title, path }) => `${kind} ${title} ${path}`))

const routes = globSync(['**/+page.svelte', '**/+page.server.ts'], {
  cwd: fileURLToPath(new URL('../../apps/web/src/routes', import.meta.url)),
})
  .map((file) => `/${file.slice(0, file.lastIndexOf('/'))}`.replace('/(public)', ''))
  .map((route) => new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`))

describe('what somebody finds', () => {
  test('a dossier by its code however it is parted, by its product and by its producer without accents, each reader where they work on it', async () => {
    const { actors } = world
    const [code, bare] = [dossier.code, dossier.code.replaceAll('-', '').toLowerCase()]
    for (const typed of [code, bare, 'mut dua sap', 'Mứt  DỪA sáp'])
      expect(await found(actors.producer, typed), typed).toContain(`dossiers Mứt dừa sáp /van-phong/ho-so/${dossier.id}`)
    expect(await found(actors.communeOfficer, bare)).toEqual([`dossiers Mứt dừa sáp /van-phong/xa/${dossier.id}`])
    expect(await found(actors.provincialOfficer, bare)).toEqual([`dossiers Mứt dừa sáp /van-phong/tham-dinh/${dossier.id}`])
  })

  test('no dossier is found by another commune, another producer, an adviser to whom it was not given, or somebody without a role', async () => {
    const { actors } = world
    const strangers = [actors.otherCommuneOfficer, actors.rival, actors.advisoryMember, actors.leader, someoneWith('trade-department')]
    for (const stranger of strangers) {
      expect(await found(stranger, dossier.code)).toEqual([])
      expect((await found(stranger, 'mut dua sap')).filter((line) => line.includes(dossier.id))).toEqual([])
    }
  })

  test('an adviser finds the dossier that was given to them, and a member what lies on the table of their council', async () => {
    const { council, hands, roundId, councilId, actors } = world
    const dossierId = await world.dossier('appraised')
    const sessionId = await aSession(hands(), { roundId, councilId, dossierIds: [dossierId], heldOn: '2026-11-26' })
    const { code } = await db.selectFrom('dossier').select('code').where('id', '=', dossierId).executeTakeFirstOrThrow()
    expect(await found(actors.advisoryMember, code!)).toEqual([
      expect.stringMatching(`^given-dossiers .* /van-phong/tham-dinh/${dossierId}$`),
    ])
    expect(await found(council.members[0]!, code!)).toEqual([expect.stringMatching(`^tabled .* /van-phong/hoi-dong/${sessionId}$`)])
    expect(await found(council.strangers.member, code!)).toEqual([])
  })

  test('an order is found by its code, the telephone number and the name of its buyer, by its seller alone', async () => {
    const { code, buyerName, buyerPhone } = await db
      .selectFrom('shop_order')
      .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
      .select(['shop_order.code', 'buyer_name as buyerName', 'buyer_phone as buyerPhone'])
      .executeTakeFirstOrThrow()
    const { people, orderId } = shop
    const line = `orders ${code}: ${buyerName} /van-phong/ban-hang/don/${orderId}`
    for (const typed of [code, buyerName, buyerPhone, `${buyerPhone.slice(0, 4)} ${buyerPhone.slice(4, 7)} ${buyerPhone.slice(7)}`])
      expect(await found(people.seller, typed), typed).toContain(line)
    for (const other of Object.values(people).filter((one) => one !== people.seller))
      expect(await found(other, buyerPhone), other.name).toEqual([])
  })

  test('accounts and organisations are found by administrators alone', async () => {
    const name = 'UBND'
    expect((await found(someoneWith('administrator'), name)).some((line) => line.startsWith('organisations '))).toBe(true)
    for (const actor of [world.actors.provincialOfficer, world.actors.communeOfficer, world.actors.producer])
      expect((await found(actor, name)).filter((line) => /^(accounts|organisations) /.test(line))).toEqual([])
  })

  test('every line leads to a page', async () => {
    const { actors, council } = world
    const everybody: Actor[] = [...Object.values(actors), council.chair, shop.people.seller, someoneWith('administrator')]
    let seen = 0
    for (const actor of everybody)
      for (const text of ['dua', 'lo', dossier.code, 'htx'])
        for (const { found: things } of (await find(actor, text)).piles)
          for (const { path } of things) {
            seen++
            expect(
              routes.some((route) => route.test(path)),
              path,
            ).toBe(true)
          }
    expect(seen).toBeGreaterThan(20)
  })

  test('one letter is too little to look for, signs alone find nothing, and whoever is not signed in looks for nothing', async () => {
    expect(await find(world.actors.provincialOfficer, ' d ')).toEqual({ typed: 'd', tooShort: true, least: 2, piles: [] })
    expect((await find(world.actors.provincialOfficer, '%%%%')).piles).toEqual([])
    await expect(find(visitor, 'dua sap')).rejects.toThrow()
  })
})
