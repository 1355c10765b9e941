import { readFileSync } from 'node:fs'
import { isGarbled } from '@dacsan/vietnam'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'

// The names of shared/cases/10, and the VNI fonts.
test.each(['M\ufffdm mẫu', 'Mắm\u0007 mẫu', 'M¾m c¸ mÉu', 'C¬ së MÉu', 'Máº¯m máº«u', 'Mắm\nmẫu', 'Maém caù loùc', 'Ñöôøng thuøng'])(
  'the text %j is garbled',
  (name) => {
    expect(isGarbled(name)).toBe(true)
  },
)

test('no name of the provincial register is garbled, and none with a foreign word', () => {
  const rows = parse<Record<string, string>>(readFileSync(new URL('../../data/provinces/vinh-long/register.csv', import.meta.url)), {
    columns: true,
  })
  const names = rows.flatMap((row) => [row['sản phẩm']!, row['chủ thể']!])
  expect(names.filter(isGarbled)).toEqual([])
  expect(['Café Trà Vinh®', 'Crème dừa', 'Bánh “Tét” – 3 màu · loại ½ kg', 'ស្ករត្នោត'].filter(isGarbled)).toEqual([])
})
