import { expect, test } from 'vitest'
import { paperRows } from '../law/index.ts'
import { liftGuides } from './lift-guides.ts'

test('every row of papers of Mẫu 02 has one guide, and each figure names its source', () => {
  expect(liftGuides.guides.map(({ paper }) => paper)).toEqual(paperRows().map(({ row }) => row))
  for (const { time, cost } of liftGuides.guides)
    for (const figure of [time, cost])
      if (figure) expect([figure.from <= figure.to, figure.source.startsWith('https://')]).toEqual([true, true])
})
