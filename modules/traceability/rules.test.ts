import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@dacsan/vietnam'
import {
  decideEntry,
  decideLabels,
  decideOpening,
  decideRecall,
  expiryAfter,
  isSellable,
  missingFacts,
  proposeLot,
  proposeLotNumber,
  readCaseCode,
  shelfLifeOf,
  starsOnLabel,
  verdictsOf,
} from './rules.ts'

const today = '2026-11-23'

describe('a lot number', () => {
  test('a proposed lot number is the day and the next free number of that day', () => {
    expect(proposeLotNumber(today, [])).toBe('261123-01')
    expect(proposeLotNumber(today, ['261123-01', '261123-03', 'XUAN'])).toBe('261123-02')
  })

  test('a proposed lot number is never taken and always fits on a label and in a GS1 lot', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 150 }), { maxLength: 150 }), (used) => {
        const taken = used.map((n) => `261123-${String(n).padStart(2, '0')}`)
        const number = proposeLotNumber(today, taken)
        return !taken.includes(number) && /^[0-9-]{9,20}$/.test(number)
      }),
    )
  })

  test('a lot number that differs only in capitals is taken', () => {
    const facts = { number: 'tet-a', madeOn: today, expiresOn: null }
    expect(decideOpening(facts, { today, numbersTaken: ['TET-A'], freeNumber: '261123-01' })).toEqual({
      ok: false,
      refusal: { code: 'number-taken', number: 'tet-a', free: '261123-01' },
    })
  })
})

describe('shelf life', () => {
  test('a shelf life is kept in months where the dates say months, with the end of the month', () => {
    expect(shelfLifeOf('2026-11-23', '2027-05-23')).toEqual({ months: 6 })
    expect(shelfLifeOf('2026-11-23', '2026-12-08')).toEqual({ days: 15 })
    expect(expiryAfter('2026-08-31', { months: 6 })).toBe('2027-02-28')
  })

  test('a shelf life gives back the date that it was read from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 1500 }), (start, days) => {
        const madeOn = addDays('2026-01-01', start)
        const expiresOn = addDays(madeOn, days)
        return expiryAfter(madeOn, shelfLifeOf(madeOn, expiresOn)) === expiresOn
      }),
    )
  })

  test('the shelf life of the last lot fills in the next; before the first lot nothing is known', () => {
    const last = { madeOn: '2026-10-01', expiresOn: '2027-04-01', quantity: 80, unit: 'hũ', standards: 'TCVN 10393' }
    expect(proposeLot({ today, last, taken: ['261123-01'] })).toEqual({
      number: '261123-02',
      madeOn: today,
      expiresOn: '2027-05-23',
      shelfLife: { months: 6 },
      quantity: 80,
      unit: 'hũ',
      standards: 'TCVN 10393',
    })
    expect(proposeLot({ today, last: null, taken: [] })).toMatchObject({ expiresOn: null, shelfLife: null })
  })
})

test('a lot is sold up to and including its last day, while it is open', () => {
  expect(isSellable({ status: 'open', expiresOn: today }, today)).toBe(true)
  expect(isSellable({ status: 'open', expiresOn: '2026-11-22' }, today)).toBe(false)
  expect(isSellable({ status: 'open', expiresOn: null }, today)).toBe(true)
  for (const status of ['closed', 'recalled'] as const) expect(isSellable({ status, expiresOn: null }, today)).toBe(false)
})

test('dates that cannot be are refused by name', () => {
  const decide = (madeOn: string, expiresOn: string | null) =>
    decideOpening({ number: 'A', madeOn, expiresOn }, { today, numbersTaken: [], freeNumber: '' })
  expect(decide('2026-11-24', null)).toMatchObject({ ok: false, refusal: { code: 'made-in-future' } })
  expect(decide('2016-11-23', null)).toMatchObject({ ok: false, refusal: { code: 'made-too-long-ago' } })
  expect(decide(today, '2026-11-22')).toMatchObject({ ok: false, refusal: { code: 'expires-before-made' } })
  expect(decide(today, today)).toMatchObject({ ok: true })
})

test('a lot is recalled once and never comes back', () => {
  expect(decideRecall('open')).toMatchObject({ ok: true })
  expect(decideRecall('closed')).toMatchObject({ ok: true })
  expect(decideRecall('recalled')).toEqual({ ok: false, refusal: { code: 'already-recalled', status: 'recalled' } })
})

describe('the diary', () => {
  const now = new Date('2026-11-23T08:00:00+07:00')
  const entry = (kind: 'harvest' | 'correction', at: string, text = '') =>
    decideEntry({ status: 'open' }, { kind, at: new Date(at), text }, { now })

  test('the diary takes what was done up to now, and forgives a clock that is minutes ahead', () => {
    expect(entry('harvest', '2026-11-22T06:00:00+07:00')).toMatchObject({ ok: true })
    expect(entry('harvest', '2026-11-23T08:04:00+07:00')).toMatchObject({ ok: true })
    expect(entry('harvest', '2026-11-23T08:06:00+07:00')).toMatchObject({ refusal: { code: 'entry-in-future' } })
  })

  test('the diary takes no correction without words, and of a recalled lot nothing but corrections', () => {
    expect(entry('correction', '2026-11-23T08:00:00+07:00')).toMatchObject({ refusal: { code: 'correction-without-words' } })
    const recalled = (kind: 'pack' | 'correction') => decideEntry({ status: 'recalled' }, { kind, at: now, text: 'Ghi nhầm ngày' }, { now })
    expect(recalled('pack')).toMatchObject({ refusal: { code: 'lot-recalled' } })
    expect(recalled('correction')).toMatchObject({ ok: true })
  })
})

describe('labels', () => {
  const lot = { status: 'open', expiresOn: '2027-05-23', netContent: '500 g', place: 'Xã Cầu Kè' } as const
  const facts = { today, wanted: ['place', 'net-content', 'expiry'] as const, places: 24, skip: 0, till: null }

  test('labels are refused with the list of all that is missing', () => {
    const bare = { ...lot, expiresOn: null, netContent: null }
    expect(decideLabels(bare, facts)).toEqual({ ok: false, refusal: { code: 'label-facts-missing', missing: ['net-content', 'expiry'] } })
    expect(missingFacts(bare, ['place'])).toEqual([])
    expect(decideLabels(lot, facts)).toMatchObject({ ok: true })
  })

  test('labels are not printed for a lot that is closed, recalled or expired', () => {
    expect(decideLabels({ ...lot, status: 'recalled' }, facts)).toMatchObject({
      refusal: { code: 'lot-not-open', status: 'recalled' },
    })
    expect(decideLabels({ ...lot, status: 'closed' }, facts)).toMatchObject({ refusal: { code: 'lot-not-open', status: 'closed' } })
    expect(decideLabels({ ...lot, expiresOn: '2026-11-22' }, facts)).toMatchObject({ refusal: { code: 'lot-expired' } })
    expect(decideLabels(lot, { ...facts, skip: 24 })).toMatchObject({ refusal: { code: 'skip-outside-sheet' } })
  })

  test('labels that a till reads are printed where its least module has room, and otherwise the layouts that have it are named', () => {
    const till = { module: 0.5, least: 0.396, fitting: ['Cuộn'] }
    expect(decideLabels(lot, { ...facts, till })).toMatchObject({ ok: true })
    expect(decideLabels(lot, { ...facts, till: { ...till, module: null } })).toEqual({
      ok: false,
      refusal: { code: 'no-room-for-till', least: 0.396, fitting: ['Cuộn'] },
    })
  })

  test('labels carry stars only in the states of the certificate that the law allows', () => {
    const allowed = ['certified', 'expiring'] as const
    expect(starsOnLabel({ state: 'certified', stars: 4 }, allowed)).toBe(4)
    expect(starsOnLabel({ state: 'expiring', stars: 3 }, allowed)).toBe(3)
    for (const state of ['expired', 'withdrawn', 'undated', 'potential-five', 'none'] as const)
      expect(starsOnLabel({ state, stars: 5 }, allowed)).toBeUndefined()
    expect(starsOnLabel({ state: 'certified', stars: null }, allowed)).toBeUndefined()
  })
})

describe('what a scan says first', () => {
  const lot = { status: 'open', expiresOn: '2027-05-23' } as const

  test('a scan says the gravest thing first, the rest follows', () => {
    expect(verdictsOf({ lot, certificate: 'certified' }, today)).toEqual(['certified'])
    expect(verdictsOf({ lot: { status: 'recalled', expiresOn: '2026-11-01' }, certificate: 'withdrawn' }, today)).toEqual([
      'recalled',
      'lot-expired',
      'certificate-withdrawn',
    ])
    expect(verdictsOf({ lot: null, certificate: 'potential-five' }, today)).toEqual(['not-certified'])
    expect(verdictsOf({ lot, certificate: 'undated' }, today)).toEqual(['certificate-undated'])
  })
})

test('a case code is read as people type it, and nothing else is', () => {
  expect(readCaseCode('pa-7k3mq-01xyz')).toBe('PA-7K3MQ-01XYZ')
  expect(readCaseCode(' PA 7K3MQ OIXYZ ')).toBe('PA-7K3MQ-01XYZ')
  expect(readCaseCode('PA-7K3MQ')).toBeUndefined()
  expect(readCaseCode("PA-7K3MQ-01XY'")).toBeUndefined()
})
