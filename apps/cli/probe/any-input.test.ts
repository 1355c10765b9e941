import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operations } from './ops.ts'

const epc = 'urn:epc:id:sgtin:4012345.011111.1'
const event = { type: 'ObjectEvent', eventTime: '2026-01-01T00:00:00Z', eventTimeZoneOffset: '+07:00', epcList: [epc], action: 'OBSERVE' }
const document = JSON.stringify({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-01-01T00:00:00Z',
  epcisBody: { eventList: [event] },
})
const hash = 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE='
const jwt = {
  jwt: 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA',
  jwks: { keys: [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }] },
  now: '2026-01-01T00:00:00Z',
}
const statement = 'VietinBank\nNgày giao dịch;Nội dung;Nợ;Có;Số dư\n23/11/2026 10:15;ck;;350.000;350.000'

/** For each operation something that it reads or nearly reads, to be spoilt in one place. */
const usual: Record<string, object> = {
  'event.hash': { document, media: 'application/ld+json' },
  'epcis.validate': { document, media: 'application/ld+json', kind: 'EPCISDocument' },
  'epcis.trace': {
    events: [{ ...event, type: 'AggregationEvent', parentID: 'urn:epc:id:sscc:4012345.0111111111', action: 'ADD' }],
    from: [epc],
    direction: 'back',
  },
  'dl.parse': { uri: 'https://id.gs1.org/01/08934567890120/10/L7?17=261231' },
  'ai.parse': { elementString: '(01)08934567890120(10)L7(17)261231' },
  'epc.toDl': { urn: epc },
  'epc.fromDl': { dl: 'https://id.gs1.org/01/04012345111118/21/1', gcpLength: 7 },
  'bank.read': { name: 'sao-ke.csv', base64: Buffer.from(statement).toString('base64') },
  'bank.match': {
    orders: [{ code: 'DS1', amount: 5, account: '1', createdAt: '2026-11-22', holdUntil: '2026-11-24', received: 0 }],
    lines: [{ id: '1', account: '1', amount: 5, direction: 'in', content: 'DS1', at: '2026-11-23' }],
  },
  'allotment.decide': { places: 1, least: 5, applications: [{ id: 'a', score: 7, completeAt: '2026-11-01', eligible: true }] },
  'grant.amount': { percent: 50, cap: 5, eligible: 10, alreadyForSame: 1 },
  'award.amount': { base: 2340000, coefficient: 1.5, collective: true },
  'results.change': {
    pairs: [
      [1, 2],
      [3, 4],
    ],
    population: 5,
  },
  'table.protect': {
    cells: ['x', 'y'].map((column) => ({ row: 'a', column, amounts: [1, 2] })),
    least: 2,
    dominance: { n: 2, percent: 85 },
  },
  jcs: { text: '{"a":1e21,"b":[true,null]}' },
  'merkle.inclusion': { leafIdx: 0, treeSize: 2, root: hash, leafHash: hash, proof: [hash] },
  'merkle.consistency': { size1: 1, size2: 2, root1: hash, root2: hash, proof: [hash] },
  'note.verify': { note: `example.com/log\n5\n${hash}\n\n— example.com/log AAAA\n`, vkey: `example.com/log+02020202+${hash}` },
  'status.check': { encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA', index: 3 },
  'vc.verify': { ...jwt, issuer: 'https://x' },
  'certificate.verify': { ...jwt, statusList: jwt.jwt },
  'ocop.score': { decision: '26/2026/QĐ-TTg', set: 'QD26-01', sheets: [{ member: 'm', choices: { '1.1': 3 } }], date: '2026-11-23' },
  'sheet.replay': { package: {} },
  'unit.map': { code: '29434', on: '2025-07-01' },
  'place.parse': { text: 'X. Kim Hòa, H. Cầu Ngang', on: '2026-11-23' },
  'date.due': { from: '2026-11-23', workingDays: 5, pauses: [{ from: '2026-11-24', to: '2026-11-25' }] },
  'money.words': { amount: 1005000 },
  'text.fold': { text: 'Dừa sáp' },
  'vietqr.build': { bin: '970416', account: '257678859', service: 'QRIBFTTA', amount: 1000 },
  'vietqr.parse': {
    payload: '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8',
  },
  'money.allocate': { total: 100, weights: [1, 2, 3] },
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1.5,
    2 ** 53,
    1e308,
    5e-324,
    '',
    '__proto__',
    '\ud800',
    '('.repeat(3000),
    '1'.repeat(5000),
    '2026-02-30',
    [],
    {},
    [[]],
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double({ noNaN: true }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** The value with one of its places, chosen by the numbers, replaced; of a text sometimes only a sign. */
function spoil(value: unknown, [choice = 0, ...choices]: readonly number[], by: unknown): unknown {
  if (typeof value === 'string' && choice % 3 > 0) {
    const at = choice % (value.length + 1)
    return value.slice(0, at) + (typeof by === 'string' ? by : '') + value.slice(at + (choice % 2))
  }
  if (Array.isArray(value) && value.length > 0)
    return value.map((item, at) => (at === choice % value.length ? spoil(item, choices, by) : item))
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0) return by
  const chosen = Object.keys(value)[choice % Object.keys(value).length]!
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === chosen ? spoil(item, choices, by) : item]))
}

test('every operation of the probe has a usual input here', () => {
  expect(Object.keys(usual).toSorted()).toEqual(Object.keys(operations).toSorted())
})

test.each(Object.entries(usual))('C44: %s answers or refuses whatever it is asked, and fails at nothing', async (op, input) => {
  const choices = fc.array(fc.nat(500), { minLength: 6, maxLength: 6 })
  const spoilt = fc.tuple(choices, odd, choices, odd).map(([one, by, other, also]) => spoil(spoil(input, one, by), other, also))
  await fc.assert(
    fc.asyncProperty(fc.oneof({ arbitrary: spoilt, weight: 5 }, { arbitrary: odd, weight: 1 }), async (asked) => {
      const asJson = JSON.parse(JSON.stringify(asked) ?? 'null') as unknown
      expect(await operations[op]!(asJson)).toHaveProperty('ok')
    }),
    { numRuns: 150 },
  )
})
