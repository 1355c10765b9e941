import { addDays } from '@dacsan/vietnam'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshEnough, lifeLeftPercent } from './shelf-life.ts'

const lot = { madeOn: '2026-11-01', expiresOn: '2026-11-11' }

test('the rule holds on its last day and not on the day after', () => {
  expect(freshEnough(lot, { today: '2026-11-05', least: 60 })).toBe(true)
  expect(freshEnough(lot, { today: '2026-11-06', least: 60 })).toBe(false)
  expect(freshEnough({ ...lot, expiresOn: null }, { today: '2026-11-05', least: 60 })).toBe(false)
})

test('life never grows with the days, and is none from the last day on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 0, max: 1600 }), (whole, passed) => {
      const of = { madeOn: '2026-01-01', expiresOn: addDays('2026-01-01', whole) }
      const [today, tomorrow] = [addDays('2026-01-01', passed), addDays('2026-01-01', passed + 1)]
      expect(lifeLeftPercent(of, tomorrow)!).toBeLessThanOrEqual(lifeLeftPercent(of, today)!)
      if (passed >= whole) expect(lifeLeftPercent(of, today)).toBe(0)
    }),
  )
})
