import type { Block, TableRow } from '@dacsan/papers'
import { points } from '../../papers/words.ts'
import type { DecisionItem } from '../rules.ts'

const potentialFive = ({ meanwhileStars }: DecisionItem) =>
  meanwhileStars === null ? 'Tiềm năng 5 sao' : `Tiềm năng 5 sao, công nhận ${meanwhileStars} sao`

/**
 * The table of products that decision and proposal carry: product, producer, place, set, exact average, stars.
 * `codes`: with the code of each product, for the list that is signed.
 */
export function recognitionList(items: readonly DecisionItem[], { codes = false }: { codes?: boolean } = {}): Block {
  return {
    kind: 'table',
    fontSize: 12,
    columns: [
      { header: 'STT', width: 1.5, align: 'center' },
      ...(codes ? [{ header: 'Mã sản phẩm', width: 3.6, align: 'center' as const }] : []),
      { header: 'Tên sản phẩm', width: 5 },
      { header: 'Chủ thể', width: 5 },
      { header: 'Địa chỉ', width: 5 },
      { header: 'Bộ sản phẩm', width: 4 },
      { header: 'Điểm', width: 2, align: 'right' },
      { header: 'Hạng sao', width: 2.5, align: 'center' },
    ],
    columnNumbers: true,
    rows: items.map((item, index): TableRow => {
      const place = item.address ?? item.communeName
      const stars = item.stars === null ? 'Không đạt' : item.outcome === 'potential-five' ? potentialFive(item) : `${item.stars} sao`
      const code = codes ? [item.productCode ?? ''] : []
      return { cells: [String(index + 1), ...code, item.productName, item.producerName, place, item.setName, points(item.total), stars] }
    }),
  }
}
