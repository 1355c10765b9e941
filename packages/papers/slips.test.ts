import { expect, test } from 'vitest'
import { slipsPdf } from './slips.ts'
import { aSlip } from './fixtures.ts'
import { pagesOfPdf, qrsOfPdf } from './test-reading.ts'

const createdAt = new Date('2026-11-29T03:00:00Z')

test('three slips stand on a sheet, the fourth on the next, each with its words whole', async () => {
  const pages = await pagesOfPdf(slipsPdf({ slips: [1, 2, 3, 4].map(aSlip), createdAt }))
  expect(pages).toHaveLength(2)
  for (const n of [1, 2, 3]) expect(pages[0]).toContain(`Nguyễn Thị Số ${n}`)
  expect(pages[1]).toContain('Nguyễn Thị Số 4')
  expect(pages[1]!.replaceAll(/[\s\u200b]/g, '')).toContain(aSlip(4).address)
})

test('the symbol of a slip is read back as its whole address', async () => {
  expect(await qrsOfPdf(slipsPdf({ slips: [1, 2, 3].map(aSlip), createdAt }))).toEqual([1, 2, 3].map((n) => aSlip(n).address))
})

test('no slip, no sheet', () => {
  expect(() => slipsPdf({ slips: [], createdAt })).toThrow(RangeError)
})
