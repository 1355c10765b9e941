import { readConfig } from '@dacsan/platform/config'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { importCertificates, seedRegister } from '../certificates/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { runIntegrityChecks } from './integrity-checks.ts'
import { sealFacts } from './sealed-facts/seal-facts.ts'

const { db, pool, owner, files, dataDir, as } = await testDatabase<Tables>()
const config = readConfig({ DATA_DIR: dataDir })
const ctx = as(system('trial'))

/** What `bin/dacsan verify` and the check of each night find. */
const found = async () =>
  (await runIntegrityChecks({ db, pool, files, config })).flatMap(({ name, faults }) => faults.map((fault) => [name, fault]))

/** The real register of the province: a product of four stars with its certificate. */
const four = () =>
  db
    .selectFrom('product')
    .innerJoin('certificate', 'certificate.code', 'product.certificate_code')
    .selectAll('certificate')
    .select('product.slug')
    .where('product.stars', '=', 4)
    .orderBy('product.id')
    .executeTakeFirstOrThrow()

beforeAll(async () => {
  await inTransaction(ctx, loadLaw)
  await inTransaction(ctx, (tx) => seedRegister(tx, ctx.now))
  await sealFacts({ db, config })
}, 60_000)

test('the real register stands as its certificates say, and every one of them is bound into the log', async () => {
  const results = await runIntegrityChecks({ db, pool, files, config })
  expect(results.find(({ name }) => name === 'register-standing')!.checked).toBeGreaterThan(150)
  const { certificates } = await db
    .selectFrom('certificate')
    .select((eb) => eb.fn.countAll<string>().as('certificates'))
    .executeTakeFirstOrThrow()
  const { sealed } = await db
    .selectFrom('sealed_fact')
    .select((eb) => eb.fn.countAll<string>().as('sealed'))
    .where('kind', '=', 'imported-certificate')
    .executeTakeFirstOrThrow()
  expect(Number(sealed)).toBe(Number(certificates))
  expect(await found()).toEqual([])
})

test('C28: stars, a term or a standing that somebody wrote into the register past the product is named', async () => {
  const { slug, product_id: id, stars, valid_until: until, code } = await four()
  const change = (set: Record<string, unknown>) => owner.db.updateTable('product').set(set).where('id', '=', id).execute()
  for (const [set, back, shown] of [
    [{ stars: 5 }, { stars }, ', 5 stars'],
    [{ certified_until: '2099-12-31' }, { certified_until: until }, '2099-12-31'],
    [{ standing: 'none' }, { standing: 'certified' }, 'none, 4 stars'],
    [{ certificate_code: null }, { certificate_code: code }, 'and its certificate says nothing'],
  ] as const) {
    await change(set)
    expect(await found()).toEqual([['register-standing', expect.stringContaining(shown)]])
    expect((await found())[0]![1]).toContain(`product ${slug} is shown as`)
    await change(back)
  }
  // All of them at once, as in `update product set stars = 5` without more.
  const kept = await db.selectFrom('product').select(['id', 'stars']).where('stars', 'is not', null).execute()
  await owner.pool.query('update product set stars = 5')
  expect((await found()).length).toBeGreaterThan(80)
  await owner.pool.query('update product set stars = null')
  for (const one of kept) await owner.db.updateTable('product').set({ stars: one.stars }).where('id', '=', one.id).execute()
  expect(await found()).toEqual([])
})

test('an imported certificate that was changed together with its product is named, and so is what the import said of it', async () => {
  const { id, product_id: productId, code } = await four()
  const setStars = async (stars: number) => {
    await db.updateTable('product').set({ stars }).where('id', '=', productId).execute()
    await db.updateTable('certificate').set({ stars }).where('id', '=', id).execute()
  }
  await setStars(5)
  expect(await found()).toEqual([['register-standing', `certificate ${code} is not what its import said`]])
  await expect(sql`update imported_certificate set stars = 5 where certificate_id = ${id}`.execute(db)).rejects.toThrow('permission denied')
  const asOwner = (stars: number) =>
    owner.db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`update imported_certificate set stars = ${stars} where certificate_id = ${id}`.execute(tx)
    })
  await asOwner(5)
  expect(await found()).toEqual([['transparency-log', `imported-certificate ${id}/1 was changed`]])
  await asOwner(4)
  await setStars(4)
  expect(await found()).toEqual([])
})

test('a later import that corrects a certificate is another fact, and the one of before stays', async () => {
  const { id, product_id: productId, slug, ...row } = await four()
  const dates = { issuedOn: row.issued_on, validUntil: row.valid_until, validityInferred: row.validity_inferred }
  const told = {
    productId,
    productSlug: slug,
    productName: row.product_name,
    producerName: row.producer_name,
    stars: 3 as const,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
    authority: row.authority,
    ...dates,
    year: row.year,
    sourceUrl: null,
    sourceNote: null,
  }
  const standing = {
    productId,
    standing: 'certified' as const,
    stars: 3,
    potentialFive: false,
    certifiedFrom: row.issued_on,
    certifiedUntil: row.valid_until,
    validityInferred: row.validity_inferred,
    certifiedYear: row.year,
  }
  await inTransaction(ctx, (tx) => importCertificates(tx, [{ ...told, standing }]))
  expect(await found()).toEqual([])
  expect((await sealFacts({ db, config })).sealed).toBe(1)
  expect(
    await db.selectFrom('imported_certificate').select(['place', 'stars']).where('certificate_id', '=', id).orderBy('place').execute(),
  ).toEqual([
    { place: 1, stars: 4 },
    { place: 2, stars: 3 },
  ])
})
