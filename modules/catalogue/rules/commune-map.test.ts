import { expect, test } from 'vitest'
import { drawCommunes, tileSize } from './commune-map.ts'

const placed = (code: string, districtCode: string, formers = 1) => ({
  code,
  name: `Xã ${code}`,
  districtCode,
  districtName: `Huyện ${districtCode}`,
  provinceName: 'Tỉnh Mẫu',
  formers,
})

test('a commune made of several districts is one tile, in the district that gave it most; of equals in the first by code', () => {
  const [map] = drawCommunes([placed('1', '7'), placed('1', '8', 2), placed('2', '8'), placed('2', '7')], new Map())
  expect(map!.districts.map(({ name, tiles }) => [name, tiles.map(({ code }) => code)])).toEqual([
    ['Huyện 7', ['2']],
    ['Huyện 8', ['1']],
  ])
  expect(map).toMatchObject({ communes: 2, withGoods: 0 })
})

test('every tile has its count, and none lies on another or beside the paper', () => {
  const rows = ['7', '8', '9'].flatMap((district) => Array.from({ length: 7 }, (_, index) => placed(`${district}${index}`, district)))
  const [map] = drawCommunes(rows, new Map([['73', 4]]))
  const tiles = map!.districts.flatMap((district) => district.tiles)
  expect(tiles).toHaveLength(21)
  expect(tiles.filter(({ count }) => count > 0)).toMatchObject([{ code: '73', count: 4 }])
  expect(map!.withGoods).toBe(1)
  for (const one of tiles) {
    expect([one.x + tileSize <= map!.width, one.y + tileSize <= map!.height]).toEqual([true, true])
    for (const other of tiles)
      if (one !== other) expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeGreaterThan(tileSize)
  }
})
