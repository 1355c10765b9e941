import { randomBytes } from 'node:crypto'
import { openDatabase } from '@dacsan/platform/database'
import { createLog } from '@dacsan/platform/log'
import { migrate, readMigrations } from '@dacsan/platform/migrations'
import { databaseAt, onServer } from '@dacsan/platform/testing-server'
import { afterAll, expect, inject, test } from 'vitest'

const { url: server } = inject('testServer')
const name = `dacsan_test_${randomBytes(6).toString('hex')}`
const connection = databaseAt(server, name)
await onServer(server, (client) => client.query(`create database ${name} template template0`))
const { pool, close } = openDatabase({ connection, log: createLog('silent') })
afterAll(async () => {
  await close()
  await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
})

const all = await readMigrations()
const before = all.filter((migration) => migration.name < '2026-11-30-3000')
const until = all.filter((migration) => migration.name < '2026-11-30-3040')

/** A shop of before there were packs: two lots of one product and one of another, sold, counted and thrown away, with an order that holds goods. */
const oldShop = `
  insert into producer (id, slug, name, kind, search_text) values ('pro_a', 'a', 'HTX A', 'cooperative', 'a'), ('pro_b', 'b', 'Hộ B', 'household', 'b');
  insert into product (id, slug, producer_id, name, set_code, trace_code, search_text, net_content, gtin) values
    ('prd_a', 'a', 'pro_a', 'Mứt', 'QD26-07', 'TA', 'a', 'Hũ 0,5 kg', '08938501234568'),
    ('prd_b', 'b', 'pro_a', 'Kẹo', 'QD26-07', 'TB', 'b', 'Hộp 1.200 g', null),
    ('prd_c', 'c', 'pro_b', 'Chiếu', 'QD26-20', 'TC', 'c', null, null),
    ('prd_d', 'd', 'pro_b', 'Bánh', 'QD26-06', 'TD', 'd', '2 gói 250 g và 1 gói 100 g', null);
  insert into lot (id, product_id, producer_id, number, trace_code, made_on, quantity, unit, status) values
    ('lot_1', 'prd_a', 'pro_a', 'L1', 'T1', '2026-11-01', 100, 'hũ', 'open'), ('lot_2', 'prd_a', 'pro_a', 'L2', 'T2', '2026-11-02', 50, 'hũ', 'open'),
    ('lot_3', 'prd_c', 'pro_b', 'L3', 'T3', '2026-11-02', 9, 'cái', 'closed');
  insert into stock_entry (id, lot_id, delta, reason, ref, at) values
    ('stk_1', 'lot_1', 60, 'received', '', '2026-11-03'), ('stk_2', 'lot_1', -2, 'sold', 'DS1', '2026-11-04'), ('stk_3', 'lot_1', -3, 'scrapped', '', '2026-11-05'),
    ('stk_4', 'lot_1', 1, 'returned', 'DS1', '2026-11-06'), ('stk_5', 'lot_2', 50, 'received', '', '2026-11-03'), ('stk_6', 'lot_2', -4, 'count', '', '2026-11-07'),
    ('stk_7', 'lot_3', 9, 'received', '', '2026-11-03');
  insert into stock_balance (lot_id, product_id, on_hand, reserved) values ('lot_1', 'prd_a', 56, 2), ('lot_2', 'prd_a', 46, 0), ('lot_3', 'prd_c', 9, 0);
  insert into listing (id, product_id, producer_id, price_vnd, unit, status) values ('lst_a', 'prd_a', 'pro_a', 85000, 'hũ', 'published');
  insert into order_group (id, request_key, request_hash, buyer_name, buyer_phone, link_secret, created_at) values ('grp_1', 'k', 'h', 'Mua', '0900000000', 's', now());
  insert into shop_order (id, code, group_id, producer_id, payment_status, fulfilment_status, total_vnd, hold_until, snapshot, created_at)
    values ('ord_1', 'DS1', 'grp_1', 'pro_a', 'awaiting', 'held', 170000, now(), '{}', now());
  insert into order_line (id, order_id, listing_id, product_id, product_name, unit, unit_price_vnd, quantity, line_total_vnd)
    values ('oln_1', 'ord_1', 'lst_a', 'prd_a', 'Mứt', 'hũ', 85000, 2, 170000);
  insert into reservation (id, order_line_id, lot_id, quantity, status, expires_at) values ('rsv_1', 'oln_1', 'lot_1', 2, 'held', now());`

const rowsOf = async (query: string) => (await pool.query<Record<string, unknown>>(query)).rows

test('the books of the shop move to packs and places with every line, every sum and every hold as they were', async () => {
  await migrate(pool, before)
  await pool.query(oldShop)
  const lines = 'select id, lot_id, delta, ref, at from stock_entry order by id'
  const sums =
    'select lot_id, sum(on_hand)::int as on_hand, sum(reserved)::int as reserved from stock_balance group by lot_id order by lot_id'
  const proven = [await rowsOf(lines), await rowsOf(sums)]
  await migrate(pool, until)
  expect([await rowsOf(lines), await rowsOf(sums)]).toEqual(proven)
  expect(
    await rowsOf(`select b.lot_id from stock_balance b left join (
      select lot_id, pack_id, place_id, sum(delta) as sum from stock_entry group by 1, 2, 3) e using (lot_id, pack_id, place_id)
      where e.sum is distinct from b.on_hand`),
  ).toEqual([])
  expect(await rowsOf('select former_reason, kind, count(*)::int from stock_entry group by 1, 2 order by 1')).toEqual([
    { former_reason: 'count', kind: 'counted', count: 1 },
    { former_reason: 'received', kind: 'packed', count: 3 },
    { former_reason: 'returned', kind: 'returned', count: 1 },
    { former_reason: 'scrapped', kind: 'damaged', count: 1 },
    { former_reason: 'sold', kind: 'sold', count: 1 },
  ])
  expect(await rowsOf('select pack_id, place_id from reservation')).toEqual([{ pack_id: 'pck_a', place_id: 'plc_a' }])
  expect(await rowsOf('select l.pack_id as listing, o.pack_id as line from listing l join order_line o on o.listing_id = l.id')).toEqual([
    { listing: 'pck_a', line: 'pck_a' },
  ])
  await expect(pool.query('update stock_entry set delta = 1')).rejects.toThrow('append only')
})

test('each product keeps its net content and GTIN as those of its pack, with the quantity where the text tells exactly one', async () => {
  expect(
    await rowsOf(
      'select p.name, p.net_value::float8 as value, p.net_unit as unit, p.gtin from product_pack p where is_default order by id',
    ),
  ).toEqual([
    { name: 'Hũ 0,5 kg', value: 0.5, unit: 'KGM', gtin: '08938501234568' },
    { name: 'Hộp 1.200 g', value: 1200, unit: 'GRM', gtin: null },
    { name: null, value: null, unit: null, gtin: null },
    { name: '2 gói 250 g và 1 gói 100 g', value: null, unit: null, gtin: null },
  ])
  expect(await rowsOf("select net_content, gtin from product_card where id = 'prd_a'")).toEqual([
    { net_content: 'Hũ 0,5 kg', gtin: '08938501234568' },
  ])
})
