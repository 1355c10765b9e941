import { expect, test } from 'vitest'
import { operations } from './ops.ts'

const ask = async (op: string, input: unknown) => {
  const outcome = await operations[op]!(input)
  return outcome.ok ? outcome.value : outcome.refusal
}
const base64 = (text: string) => Buffer.from(text).toString('base64')

test('place.parse: an old address is the commune of today, and a split one names its candidates', async () => {
  expect(await ask('place.parse', { text: 'X. Kim Hòa, H. Cầu Ngang, Trà Vinh', on: '2026-11-23' })).toEqual({
    current: { code: '29431', name: 'Xã Vinh Kim' },
    former: { code: '29434', name: 'Xã Kim Hòa' },
    candidates: [],
  })
  expect(await ask('place.parse', { text: 'TT Tam Bình', on: '2026-11-23' })).toMatchObject({
    current: null,
    candidates: [{ code: '29719' }, { code: '29836' }],
  })
  expect(await ask('place.parse', { text: 'x', on: '31/12/2026' })).toMatchObject({ code: 'bad-date' })
})

test('bank.read: a statement is its bank, its lines and whether it agrees; what is no statement is refused', async () => {
  const statement = 'VietinBank\nNgày giao dịch;Nội dung;Nợ;Có;Số dư\n23/11/2026 10:15;ck DS7K3M9QX;;350.000;350.000'
  expect(await ask('bank.read', { name: 'sk.csv', base64: base64(statement) })).toEqual({
    bank: '970415',
    lines: [
      { at: '2026-11-23T10:15:00+07:00', amount: 350000, direction: 'in', content: 'ck DS7K3M9QX', reference: null, balance: 350000 },
    ],
    agrees: true,
  })
  expect(await ask('bank.read', { name: 'sk.csv', base64: base64('tên;giá') })).toEqual({ code: 'not-a-statement' })
  expect(await ask('bank.read', { name: 'sk.csv', base64: 'không phải' })).toEqual({ code: 'not-base64' })
})

test('bank.match: a line is put to the order whose code it carries', async () => {
  const order = {
    code: 'DS7K3M9QX',
    amount: 350000,
    account: '0123',
    createdAt: '2026-11-22T00:00:00+07:00',
    holdUntil: '2026-11-24T00:00:00+07:00',
    received: 0,
  }
  const line = { id: 'l1', account: '0123', amount: 350000, direction: 'in', content: 'ck ds7k3m9qx', at: '2026-11-23' }
  expect(await ask('bank.match', { orders: [order], lines: [line, { ...line, id: 'l2' }] })).toEqual({
    lines: [
      { id: 'l1', state: 'exact', code: 'DS7K3M9QX' },
      { id: 'l2', state: 'duplicate', code: 'DS7K3M9QX' },
    ],
  })
})

test('results.change: a ratio with its error', async () => {
  expect(
    await ask('results.change', {
      pairs: [
        [10, 10],
        [20, 23],
      ],
    }),
  ).toMatchObject({ ratio: 1.1, se: 0.066667, n: 2, medianRatio: 1.075, risen: 0.5 })
  expect(await ask('results.change', { pairs: [[10, 10]], population: 4 })).toMatchObject({ code: 'too-few-pairs' })
})

test('table.protect: what must be hidden, and why', async () => {
  const cells = [
    { row: 'a', column: 'x', amounts: [5] },
    ...['ay', 'bx', 'by'].map((at) => ({ row: at[0], column: at[1], amounts: [1, 2, 3] })),
  ]
  expect(await ask('table.protect', { cells, least: 3, dominance: { n: 2, percent: 85 } })).toMatchObject({
    hidden: [{ row: 'a', column: 'x', why: 'few' }, { why: 'secondary' }, { why: 'secondary' }, { why: 'secondary' }],
  })
  expect(await ask('table.protect', { cells: cells.slice(0, 1), least: 3, dominance: { n: 2, percent: 85 } })).toMatchObject({
    code: 'cannot-be-protected',
  })
})

test('allotment.decide, grant.amount and award.amount: who gets a place, a grant, an award', async () => {
  const applications = ['a', 'b'].map((id) => ({ id, score: 70, completeAt: '2026-11-01', eligible: true }))
  expect(await ask('allotment.decide', { places: 1, least: 50, applications })).toEqual({ allotted: ['a'], waiting: ['b'], refused: [] })
  expect(await ask('grant.amount', { percent: 50, cap: 200000000, eligible: 300000000, alreadyForSame: 0 })).toEqual({ amount: 150000000 })
  expect(await ask('grant.amount', { percent: 101, cap: null, eligible: 1, alreadyForSame: 0 })).toMatchObject({
    code: 'percent-not-between-0-and-100',
  })
  expect(await ask('award.amount', { base: 2340000, coefficient: 1.5, collective: true })).toEqual({ amount: 7020000 })
})
