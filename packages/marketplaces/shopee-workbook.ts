import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'

/**
 * One row of the workbook: a pack of a product. Packs of one product share `product` and differ in `pack`; with one pack there is no variation.
 * Grams with wrapping, prices in đồng.
 */
export type WorkbookPack = {
  product: string
  title: string
  description: string
  category: string | null
  pack: string
  priceVnd: number
  stock: number
  sku: string
  gtin: string | null
  grams: number
  photoUrls: readonly string[]
}

/** A cell to write: row and column from nought, as the template is read. */
export type Cell = { row: number; column: number; value: string | number }
export type WorkbookRefusal =
  | { code: 'not-a-template' }
  | { code: 'key-missing'; key: string }
  /** A column that the shop's template demands and that we know nothing for. */
  | { code: 'unknown-mandatory'; keys: readonly string[] }
  | { code: 'value-missing'; key: string; sku: string }
  | { code: 'not-empty'; row: number }

/** Row 1 of the sheet has the keys, goods begin in row 7. */
const keyRow = 0
const firstGoods = 6

type Filled = (pack: WorkbookPack, packs: readonly WorkbookPack[]) => string | number | null

const photo =
  (at: number): Filled =>
  ({ photoUrls }) =>
    photoUrls[at] ?? null
const ifSeveral =
  (value: (pack: WorkbookPack) => string): Filled =>
  (pack, packs) =>
    packs.length > 1 ? value(pack) : null

/** What is written under which key. Keys that are not here are the seller's to fill. */
const filled: Readonly<Record<string, Filled>> = {
  ps_category: ({ category }) => category,
  ps_product_name: ({ title }) => title,
  ps_product_description: ({ description }) => description,
  ps_sku_parent_short: (pack, packs) => packs[0]?.sku ?? pack.sku,
  et_title_variation_integration_no: ifSeveral(({ product }) => product),
  et_title_variation_1: ifSeveral(() => 'Quy cách'),
  et_title_option_for_variation_1: ifSeveral(({ pack }) => pack),
  ps_price: ({ priceVnd }) => priceVnd,
  ps_stock: ({ stock }) => stock,
  ps_sku_short: ({ sku }) => sku,
  ps_gtin_code: ({ gtin }) => gtin,
  ps_weight: ({ grams }) => grams / 1000,
  ps_item_cover_image: photo(0),
  ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`ps_item_image_${at + 1}`, photo(at + 1)])),
}
const needed = ['ps_product_name', 'ps_price', 'ps_stock']

/**
 * Fills the template that a shop got from Shopee for itself: by the key in front of the first `|` in row 1, for keys and their order differ between shops and
 * an older template is turned away by Shopee. Everything else in the workbook stays as it is.
 *
 * @param rows the sheet as texts, empty cells as ''
 * @example
 * const rows = [['ps_product_name|1|0', 'ps_price|1|1', 'ps_stock|0|1']]
 * const pack = { product: 'p', title: 'Mật hoa dừa', description: '', category: null, pack: '250 ml', priceVnd: 95_000, stock: 40, sku: 'SOK', gtin: null, grams: 450, photoUrls: [] }
 * fillShopeeWorkbook(rows, [pack]) // { ok: true, value: [{ row: 6, column: 0, value: 'Mật hoa dừa' }, { row: 6, column: 1, value: 95000 }, { row: 6, column: 2, value: 40 }] }
 */
export function fillShopeeWorkbook(
  rows: readonly (readonly string[])[],
  packs: readonly WorkbookPack[],
): Outcome<readonly Cell[], WorkbookRefusal> {
  const heads = (rows[keyRow] ?? []).map((head) => {
    const [key = '', mandatory = '0'] = head.trim().split('|')
    return { key, mandatory: mandatory === '1' }
  })
  if (!heads.some(({ key }) => /^(?:ps|et)_/.test(key))) return refuse('not-a-template')
  const missing = needed.find((key) => !heads.some((head) => head.key === key))
  if (missing) return refuse('key-missing', { key: missing })
  const unknown = heads.filter(({ key, mandatory }) => mandatory && !Object.hasOwn(filled, key)).map(({ key }) => key)
  if (unknown.length > 0) return refuse('unknown-mandatory', { keys: unknown })
  const taken = rows.findIndex((row, at) => at >= firstGoods && row.some((cell) => cell.trim() !== ''))
  if (taken >= 0) return refuse('not-empty', { row: taken + 1 })

  const byProduct = Map.groupBy(packs, ({ product }) => product)
  const cells = [...byProduct.values()].flat().flatMap((pack, at) =>
    heads.map(({ key, mandatory }, column) => {
      const value = Object.hasOwn(filled, key) ? filled[key]!(pack, byProduct.get(pack.product)!) : null
      return { row: firstGoods + at, column, value: value === '' ? null : value, key, mandatory, sku: pack.sku }
    }),
  )
  const empty = cells.find(({ mandatory, value }) => mandatory && value === null)
  if (empty) return refuse('value-missing', { key: empty.key, sku: empty.sku })
  return done(cells.flatMap(({ row, column, value }) => (value === null ? [] : [{ row, column, value }])))
}
