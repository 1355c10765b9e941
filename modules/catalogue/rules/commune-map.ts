/** A commune of today in a district of before, with how many old communes of that district went into it. */
type Placed = { code: string; name: string; districtCode: string; districtName: string; provinceName: string; formers: number }

export type Tile = { code: string; name: string; count: number; x: number; y: number }
export type MapOfProvince = {
  name: string
  /** How many communes of today lie in it, and from how many of them goods are in the register. */
  communes: number
  withGoods: number
  width: number
  height: number
  districts: { name: string; x: number; y: number; tiles: Tile[] }[]
}

/** Measures of the drawing, in its own units: two columns of districts, five tiles in a row. */
export const tileSize = 28
const [step, perRow, label, gap] = [32, 5, 20, 10]
const column = step * perRow + gap

/** In the district that gave it most of its old communes: the first by code where two gave as many. */
const ownDistrict = (rows: readonly Placed[]): Placed =>
  rows.reduce((best, one) =>
    one.formers > best.formers || (one.formers === best.formers && one.districtCode < best.districtCode) ? one : best,
  )

/**
 * A map of tiles: every commune of today is one, beside those of the same former district. It says who belongs together, not where it lies, since the
 * borders of the new communes are in no open data yet.
 *
 * @example drawCommunes([{ code: '1', name: 'Xã A', districtCode: '7', districtName: 'Huyện B', provinceName: 'Tỉnh C', formers: 2 }], new Map())[0].communes // 1
 */
export function drawCommunes(rows: readonly Placed[], counts: ReadonlyMap<string, number>): MapOfProvince[] {
  const communes = [...Map.groupBy(rows, ({ code }) => code).values()].map(ownDistrict)
  return [...Map.groupBy(communes, ({ provinceName }) => provinceName)].map(([name, own]) => {
    const blocks = [...Map.groupBy(own, ({ districtCode }) => districtCode)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, block]) => block)
    let [top, height] = [0, 0]
    const districts = blocks.map((block, index) => {
      const isLeft = index % 2 === 0
      if (isLeft) [top, height] = [top + height, 0]
      height = Math.max(height, label + Math.ceil(block.length / perRow) * step + gap)
      const [x, y] = [isLeft ? 0 : column, top]
      const tiles = block.map(({ code, name: commune }, at) => ({
        code,
        name: commune,
        count: counts.get(code) ?? 0,
        x: x + (at % perRow) * step,
        y: y + label + Math.floor(at / perRow) * step,
      }))
      return { name: block[0]!.districtName, x, y, tiles }
    })
    return {
      name,
      communes: own.length,
      withGoods: own.filter(({ code }) => (counts.get(code) ?? 0) > 0).length,
      width: column * 2,
      height: top + height,
      districts,
    }
  })
}
