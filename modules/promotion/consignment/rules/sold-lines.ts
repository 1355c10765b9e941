import { netOf } from './money.ts'

type Sold = {
  kind: string
  lotId: string
  packId: string
  delta: number
  priceVnd: number
  amountVnd: number
  vatName: string
  vatPercent: number | null
  lotNumber: string
  unit: string
  productName: string
  packName: string | null
}

/** What was sold, once for each lot, pack, price and rate; what was cancelled is not sold. The tax is that within the price, once a line. */
export function soldLines(entries: readonly Sold[]) {
  const sold = entries.filter(({ kind }) => kind === 'sold' || kind === 'cancelled')
  const groups = Map.groupBy(sold, ({ lotId, packId, priceVnd, vatName }) => [lotId, packId, priceVnd, vatName].join(' '))
  return [...groups.values()].flatMap((rows) => {
    const [{ productName, lotNumber, packName, unit, priceVnd, vatName, vatPercent }] = rows as [Sold, ...Sold[]]
    const quantity = rows.reduce((sum, { delta }) => sum - delta, 0)
    const grossVnd = rows.reduce((sum, { amountVnd }) => sum + amountVnd, 0)
    return quantity === 0
      ? []
      : [{ productName, lotNumber, packName, unit, priceVnd, vatName, quantity, grossVnd, ...netOf(grossVnd, vatPercent) }]
  })
}
