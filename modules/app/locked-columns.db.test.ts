import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptAgreement, requireAgreement } from '@dacsan/platform/agreement'
import { readConfig } from '@dacsan/platform/config'
import { Unopenable, holdKeys } from '@dacsan/platform/locked-text'
import { createLog } from '@dacsan/platform/log'
import { openSecret, readSecret } from '@dacsan/platform/secrets'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '@dacsan/platform/context'
import { changeProducer, holdProducer, producerFile, producerNumbers } from '../catalogue/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { findDossier, startDossier } from '../dossiers/index.ts'
import { visitor } from '../identity/index.ts'
import { aShop, anAccount, anOrderForm, mustBe, withLaw } from '../shop/fixtures.ts'
import { findOrderByLink, listSellers, ownShop, placeOrder, saveSeller } from '../shop/index.ts'
import { lockLeftovers, lockedColumns, prepareRotation, proveLockedColumns, rotateKeys } from './locked-columns.ts'
import { keyPurposes } from './runtime.ts'

const { db, pool, owner, files, dataDir, as, connect } = await testDatabase<Tables>()
const config = readConfig({ DATA_DIR: dataDir })
const books = { db, pool, files, config, log: createLog('silent') }
const numbers = { taxCode: '084190000017', registrationNo: '58A8019283' }
const clear = [...Object.values(numbers), anAccount.bankAccount]
const now = '2026-11-23T10:00:00+07:00'

let shop: Awaited<ReturnType<typeof aShop>>
let dossierId: `dos_${string}`
let order: { code: string; secret: string }

const atHand = () => as(shop.person, now)

beforeAll(async () => {
  await withLaw((actor) => as(actor, now) as never)
  shop = await aShop((actor) => as(actor, now) as never)
  await saveNumbers(numbers)
  dossierId = mustBe(await startDossier(atHand(), { productId: shop.productId, kind: 'upgrade' })).dossierId
  const placed = mustBe(await placeOrder(as(visitor, now), anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
  order = { code: placed.orders[0]!.code, secret: placed.secret }
})

async function saveNumbers(given: { taxCode: string | null; registrationNo: string | null }) {
  const rest = { representative: 'Trần Văn Sáp', communeCode: '29308', kind: 'household' as const }
  await inTransaction({ db }, async (tx) => changeProducer(tx, atHand(), await holdProducer(tx, shop.producerId), { ...given, ...rest }))
}

/** Where a text stands in the database, whatever the column: in rows of every table, those of the queue of jobs too. */
async function placesOf(text: string): Promise<string[]> {
  const { rows: tables } = await owner.pool.query<{ name: string }>(`
    select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
    where relkind in ('r', 'p', 'm') and nspname in ('public', 'graphile_worker') order by 1`)
  const found: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await owner.pool.query(`select from ${name} as line where strpos(line::text, $1) > 0 limit 1`, [text])
    if (rowCount) found.push(name)
  }
  return found
}

const standInTheClear = async () => (await Promise.all(clear.map(placesOf))).flat()

/** What everybody who may see a number is shown. */
async function shown() {
  const { answers } = await findDossier(atHand(), dossierId)
  const [seller] = await listSellers(as(shop.officer, now))
  const { snapshot, transfer } = (await findOrderByLink(as(visitor, now), order)).order
  return {
    file: await producerNumbers(atHand(), shop.producerId),
    dossier: { taxCode: answers.producer['taxCode'], registrationNo: answers.producer['registrationNo'] },
    seller: [seller!.bankAccount, seller!.taxCode, seller!.registrationNo],
    own: (await ownShop(atHand())).seller!.bankAccount,
    order: [snapshot.seller.bankAccount, snapshot.seller.registrationNo, transfer!.bankAccount],
  }
}

const asTyped = {
  file: numbers,
  dossier: numbers,
  seller: [anAccount.bankAccount, numbers.taxCode, numbers.registrationNo],
  own: anAccount.bankAccount,
  order: [anAccount.bankAccount, numbers.registrationNo, anAccount.bankAccount],
}

/** Three of them papers of the seller. */
const proven = { checked: 10, faults: [] }

test('no number of a person, a household or an account stands in the clear in any row, and whoever may see it sees it', async () => {
  expect(await standInTheClear()).toEqual([])
  expect(await shown()).toEqual(asTyped)
  expect(await proveLockedColumns(books as never)).toEqual(proven)
})

test('the database itself refuses a number in the clear', async () => {
  for (const statement of [
    `update seller set bank_account = '123456'`,
    `update producer set tax_code = '123456'`,
    `update shop_order set snapshot = jsonb_set(snapshot, '{seller,bankAccount}', '"123456"')`,
    `update dossier set answers = jsonb_set(answers, '{producer,taxCode}', '"123456"')`,
  ])
    await expect(owner.pool.query(statement)).rejects.toThrow(/_locked/)
})

/** The rows as a version before this one left them. */
async function unlockRows() {
  const checks = await owner.pool.query<{ relation: string; name: string; check: string }>(`
    select conrelid::regclass::text as relation, conname as name, pg_get_constraintdef(oid) as check from pg_constraint where conname like '%\\_locked'`)
  for (const { relation, name } of checks.rows) await owner.pool.query(`alter table ${relation} drop constraint ${name}`)
  await owner.pool.query(`update seller set bank_account = '${anAccount.bankAccount}'`)
  await owner.pool.query(
    `update producer set tax_code = '${numbers.taxCode}', registration_no = '${numbers.registrationNo}' where tax_code is not null`,
  )
  await owner.pool.query(`
    update shop_order set snapshot = snapshot || jsonb_build_object('seller', snapshot -> 'seller'
      || '{"bankAccount": "${anAccount.bankAccount}", "registrationNo": "${numbers.registrationNo}"}')`)
  await owner.pool.query(`
    update dossier set answers = answers || jsonb_build_object('producer', answers -> 'producer'
      || '{"taxCode": "${numbers.taxCode}", "registrationNo": "${numbers.registrationNo}"}')`)
  await owner.pool.query(`delete from seeded where what like 'locked-with-%'`)
  for (const { relation, name, check } of checks.rows)
    await owner.pool.query(`alter table ${relation} add constraint ${name} ${check.replace(/ NOT VALID$/, '')} not valid`)
}

test('what an older version left in the clear is not read and is named, and is locked at the next start, which can be repeated', async () => {
  await unlockRows()
  expect((await standInTheClear()).toSorted()).toEqual([
    'public.dossier',
    'public.dossier',
    'public.producer',
    'public.producer',
    'public.seller',
    'public.shop_order',
    'public.shop_order',
  ])
  await expect(producerNumbers(atHand(), shop.producerId)).rejects.toMatchObject({ why: 'clear' })
  expect((await proveLockedColumns(books as never)).faults).toContain(
    `seller.bank_account of ${shop.producerId} stands in the clear: it was written past the product`,
  )
  await Promise.all([lockLeftovers(books), lockLeftovers(books)])
  await lockLeftovers(books)
  expect(await standInTheClear()).toEqual([])
  expect(await shown()).toEqual(asTyped)
  expect(await proveLockedColumns(books as never)).toEqual(proven)
})

test('a number that is copied into another row, or changed, does not open there', async () => {
  const other = await aShop((actor) => as(actor, now) as never, { name: 'Cơ sở khác' })
  await owner.pool.query(
    'update seller set bank_account = (select bank_account from seller where producer_id = $1) where producer_id = $2',
    [shop.producerId, other.producerId],
  )
  await expect(listSellers(as(shop.officer, now))).rejects.toMatchObject({ why: 'changed' })
  expect((await proveLockedColumns(books as never)).faults).toEqual([
    `seller.bank_account of ${other.producerId} is not what was locked for it`,
  ])
  // Its owner can write it anew.
  expect((await ownShop(as(other.person, now))).seller!.bankAccount).toBeNull()
  mustBe(await saveSeller(as(other.person, now), anAccount))
  await owner.pool.query('delete from listing where producer_id = $1', [other.producerId]).catch(() => {})
  expect((await proveLockedColumns(books as never)).faults).toEqual([])
})

test('a new key locks everything anew, and a process that works already reads and writes on', async () => {
  const elsewhere = connect({})
  const other = { ...atHand(), db: elsewhere.db }
  expect(await producerNumbers(other, shop.producerId)).toEqual(numbers)
  const { key, locked, unopenable } = await rotateKeys(books)
  expect({ key, locked, unopenable }).toEqual({ key: 2, locked: 14, unopenable: [] })
  const { rows } = await owner.pool.query(`select bank_account from seller where bank_account not like 'locked:2:%'`)
  expect(rows).toEqual([])
  expect(await producerNumbers(other, shop.producerId)).toEqual(numbers)
  expect(await shown()).toMatchObject({ ...asTyped, seller: expect.anything() })
  await elsewhere.close()
})

test('a lost key says so in words wherever a number is needed, nothing is locked with another key, and pages without numbers go on', async () => {
  const place = join(dataDir, 'keys', 'numbers-2')
  const key = await openSecret(dataDir, 'numbers-2')
  await rm(place)
  const { db: lost, close } = connect({})
  const at = { ...atHand(), db: lost }
  const why = await producerNumbers(at, shop.producerId).catch((error: unknown) => error)
  expect(why).toBeInstanceOf(Unopenable)
  expect((why as Error).message).toBe(
    'the key numbers-2 in DATA_DIR/keys is not the one that locked these numbers: put it back from a backup',
  )
  await expect(saveSeller(at, { ...anAccount, bankAccount: '998877' })).rejects.toMatchObject({ why: 'key-lost' })
  await lockLeftovers({ ...books, db: lost })
  expect((await producerFile(at, shop.producerId)).name).toBe('Hợp tác xã Dừa Sáp')
  await close()
  await writeFile(place, key)
  const again = connect({})
  expect(await producerNumbers({ ...atHand(), db: again.db }, shop.producerId)).toEqual(numbers)
  await again.close()
})

test('a process with a folder of its own needs every key of the numbers to start, and goes on through a rotation whose key was copied first', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'dacsan-keys-'))
  const { db: other, close } = connect({})
  holdKeys(other, (purpose) => readSecret(elsewhere, purpose))
  const at = { ...atHand(), db: other }
  const place = { dataDir: elsewhere }
  const start = () => requireAgreement(other, place, { purposes: keyPurposes })
  const copy = (folder: string) => cp(join(dataDir, folder), join(elsewhere, folder), { recursive: true })
  await requireAgreement(db, { dataDir }, { purposes: keyPurposes })
  await copy('keys')
  await copy('files')
  await start()
  expect(await producerNumbers(at, shop.producerId)).toEqual(numbers)

  const name = await prepareRotation(books)
  await copy('keys')
  const { key, unopenable } = await rotateKeys(books)
  expect([name, unopenable]).toEqual([`numbers-${key}`, []])
  expect(await producerNumbers(at, shop.producerId)).toEqual(numbers)
  mustBe(await saveSeller(at, anAccount))
  await start()

  // Without it the process says so, and makes none in its place.
  const own = join(elsewhere, 'keys', name)
  await rm(own)
  const remedy = 'copy the folder keys of a DATA_DIR that serves it, or, where there is none any more, bin/dacsan keys --accept'
  await expect(start()).rejects.toThrow(`${join(elsewhere, 'keys')} has not the key ${name} of this database: ${remedy}`)
  expect(await readdir(join(elsewhere, 'keys'))).not.toContain(name)
  await writeFile(own, await openSecret(dataDir, 'session'))
  await expect(start()).rejects.toThrow(`has another key ${name} than this database is used with`)
  await rm(own)
  // Where it is lost for good somebody says so, and everything that needs no number goes on.
  await acceptAgreement(other, place, keyPurposes)
  await start()
  await acceptAgreement(db, { dataDir }, keyPurposes)
  await expect(start()).rejects.toThrow(`has not the key ${name}`)
  await close()
  await rm(elsewhere, { recursive: true })
})

test('every locked column is one that a room names, and each room names its own', () => {
  expect(lockedColumns.map(({ table, column, path = [] }) => [table, column, ...path].join('.')).toSorted()).toEqual([
    'agreed_buyer.tax_code',
    'buyer_bill_account.bank_account',
    'buyer_enquiry.contact_phone',
    'carrier_account.credentials',
    'carrier_account.push_secret',
    'carrier_push.body',
    'channel_push.body',
    'channel_shop.keys',
    'contest_entry.phone',
    'dossier.answers.producer.registrationNo',
    'dossier.answers.producer.taxCode',
    'epcis_subscription.signature_token',
    'evidence.number',
    'fair_application.contact_phone',
    'invoice_request.tax_code',
    'order_invoice.tax_code',
    'parcel.request',
    'point_of_sale.phone',
    'producer.registration_no',
    'producer.tax_code',
    'producer_request.before',
    'producer_request.registration_no',
    'producer_request.tax_code',
    'product_question.phone',
    'reach.phone',
    'recall_partner.email',
    'recall_partner.phone',
    'receiving_account.number',
    'route_enquiry.phone',
    'route_stop.phone',
    'seller.bank_account',
    'seller_paper.number',
    'shop_order.snapshot.seller.bankAccount',
    'shop_order.snapshot.seller.registrationNo',
    'supplier.phone',
    'training_participant.phone',
    'webhook_event.body',
    'webhook_source.secret',
    'webhook_source.secret_before',
    'zns_token.access_token',
    'zns_token.refresh_token',
  ])
})
