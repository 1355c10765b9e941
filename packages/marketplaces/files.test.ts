import { expect, test } from 'vitest'
import { readDay, readMoney } from './file-cells.ts'
import { readOrderFile, readOrderState, readSettlementFile } from './index.ts'

const head = [
  'Mã đơn hàng',
  'Trạng Thái Đơn Hàng',
  'Ngày đặt hàng',
  'SKU phân loại hàng',
  'Tên sản phẩm',
  'Số lượng',
  'Giá ưu đãi',
  'Tổng giá bán (sản phẩm)',
  'Người Mua',
  'Số điện thoại',
]
const ordersOf = (from: 'shopee' | 'tiktok-shop' | 'lazada', table: (string | number | Date | null)[][]) => {
  const read = readOrderFile(from, table)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

test('money is read with dots or commas, a minus or brackets, and a part of a đồng is no money', () => {
  expect(['1.234.567', '1,234,567', '95000', '95.000,00', '-95,000.00 ₫', '(12.000)', '0', '1.234'].map(readMoney)).toEqual([
    1_234_567, 1_234_567, 95_000, 95_000, -95_000, -12_000, 0, 1234,
  ])
  expect(['12,5', '1.23', '95.000,50', 'năm nghìn', '1.2345', '1.234,567', '(5'].map(readMoney)).toEqual(Array.from({ length: 7 }))
  expect([readMoney(''), readMoney(null), readMoney('-'), readMoney(95_000), readMoney(0.5)]).toEqual([null, null, null, 95_000, undefined])
})

test('a day is read as these files write it, and a day that there is not is none', () => {
  expect(['2026-11-30 09:00', '30/11/2026 09:00:01', '30 Nov 2026 10:11', '2026/1/2'].map(readDay)).toEqual([
    '2026-11-30',
    '2026-11-30',
    '2026-11-30',
    '2026-01-02',
  ])
  expect(['31/02/2026', 'hôm qua', '', '30-13-2026'].map(readDay)).toEqual([undefined, undefined, undefined, undefined])
})

test('rows of one order are one order, masked buyers stay masked, and whole names are not taken over', () => {
  const { orders, faults, unread } = ordersOf('shopee', [
    ['Đơn hàng từ 01/11'],
    head,
    ['26A', 'Chờ lấy hàng', '2026-11-30 09:00', 'HU', 'Mứt', '2', '85.000', '170.000', 'n***a', '0912345678'],
    ['26A', 'Chờ lấy hàng', '2026-11-30 09:00', 'GOI', 'Kẹo', '1', '20.000', '20.000', 'n***a', '0912345678'],
    ['26B', 'Hoàn thành', '29/11/2026 10:00', 'HU', 'Mứt', 1, 85_000, null, 'nguyenvana', '0912345678'],
  ])
  expect(faults).toEqual([])
  expect(unread).toEqual(['Số điện thoại'])
  expect(orders).toEqual([
    { number: '26A', status: 'Chờ lấy hàng', state: 'to-ship', orderedOn: '2026-11-30', buyer: 'n***a', at: null, lines: [{ sku: 'HU', name: 'Mứt', quantity: 2, amountVnd: 170_000 }, { sku: 'GOI', name: 'Kẹo', quantity: 1, amountVnd: 20_000 }] },
    { number: '26B', status: 'Hoàn thành', state: 'completed', orderedOn: '2026-11-29', buyer: null, at: null, lines: [{ sku: 'HU', name: 'Mứt', quantity: 1, amountVnd: 85_000 }] },
  ]) // prettier-ignore
})

test('what is wrong is told by row and column, and the order of that row is left out whole', () => {
  const { orders, faults } = ordersOf('shopee', [
    head,
    ['26A', 'Chờ lấy hàng', '2026-11-30', 'HU', 'Mứt', '2', '85.000', '', '', ''],
    ['26A', 'Chờ lấy hàng', '2026-11-30', 'HU', 'Mứt', 'hai', '85.000', '', '', ''],
    ['26C', 'Đang suy nghĩ', '30/30/2026', 'HU', 'Mứt', '1', '85,5', '', '', ''],
    ['', 'Chờ lấy hàng', '2026-11-30', 'HU', 'Mứt', '1', '85.000', '', '', ''],
    ['Tổng cộng', '', '', '', '', '', '', '', '', ''],
  ])
  expect(orders).toEqual([])
  expect(faults.map((fault) => [fault.code, 'row' in fault ? fault.row : 0])).toEqual([
    ['not-money', 3],
    ['not-a-number', 3],
    ['status-unknown', 4],
    ['not-a-day', 4],
    ['not-money', 4],
    ['cell-empty', 5],
  ])
})

test('a file without its headings is refused with what is missing', () => {
  expect(readOrderFile('shopee', [['a', 'b']])).toMatchObject({ refusal: { faults: [{ code: 'no-headings' }] } })
  expect(readOrderFile('shopee', [head.slice(0, 5)])).toMatchObject({
    refusal: { faults: [{ column: 'Giá ưu đãi' }, { column: 'Số lượng' }] },
  })
})

test('TikTok Shop explains its headings in a row, and gives the discount of the seller apart', () => {
  const { orders, explained } = ordersOf('tiktok-shop', [
    ['Order ID', 'Order Status', 'Cancelation/Return Type', 'Created Time', 'Seller SKU', 'Product Name', 'Quantity', 'SKU Unit Original Price', 'SKU Seller Discount'],
    ['Platform unique order ID.', 'Current order status.', '', '', '', '', '', '', ''],
    ['576461413038785752', 'To ship', '', '30/11/2026 09:00:00', 'HU', 'Mứt', '2', '100,000', '30,000'],
    ['576461413038785753', 'Completed', 'Return/Refund', '30/11/2026 09:00:00', 'HU', 'Mứt', '1', '100,000', '0'],
  ]) // prettier-ignore
  expect(explained).toBe(1)
  expect(orders.map(({ state, lines }) => [state, lines[0]!.amountVnd])).toEqual([['to-ship', 170_000], ['returned', 100_000]]) // prettier-ignore
})

test('Lazada writes a row for each piece, and an order is as far as the least of those that were not cancelled', () => {
  const row = (status: string) => ['260422900198363', status, '30 Nov 2026 10:11', 'HU', 'Mứt', '85000.00', '']
  const { orders } = ordersOf('lazada', [['orderNumber', 'status', 'createTime', 'sellerSku', 'itemName', 'unitPrice', 'sellerDiscountTotal'], row('shipped'), row('ready_to_ship'), row('canceled')]) // prettier-ignore
  expect(orders).toMatchObject([{ state: 'to-ship', lines: [{ quantity: 2, amountVnd: 170_000 }] }])
})

test('a number that a spreadsheet rounded is no number of an order', () => {
  const { faults } = ordersOf('shopee', [head, [26, 'Chờ lấy hàng', '2026-11-30', 'HU', 'Mứt', 1, 1, 1, '', ''], [5.764_614_130_387_858e17, 'Chờ lấy hàng', '2026-11-30', 'HU', 'Mứt', 1, 1, 1, '', '']]) // prettier-ignore
  expect(faults).toMatchObject([{ code: 'cell-empty', row: 3 }])
})

test('statuses of files and of the doors for machines mean the same', () => {
  expect(readOrderState('shopee', 'READY_TO_SHIP')).toBe('to-ship')
  expect(readOrderState('tiktok-shop', 'AWAITING_COLLECTION')).toBe('to-ship')
  expect(readOrderState('lazada', 'Ready to ship')).toBe('to-ship')
  expect(readOrderState('shopee', 'constructor')).toBe(null)
})

test('a settlement keeps each fee by its name, also what nobody can explain, to the đồng', () => {
  const read = readSettlementFile('shopee', [
    [
      'Mã đơn hàng',
      'Ngày hoàn thành thanh toán',
      'Giá sản phẩm',
      'Số tiền hoàn lại',
      'Phí cố định',
      'Phí Dịch Vụ',
      'Tổng tiền đã thanh toán',
    ],
    ['26A', '2026-11-30', '170.000', '0', '-20.400', '-5.100', '144.500'],
    ['26B', '2026-11-30', '85.000', '-85.000', '0', '0', '0'],
    ['26C', '2026-11-30', '85.000', '0', '-10.200', '0', '70.000'],
    ['26D', '2026-11-30', '85.000', '0', 'x', '0', '70.000'],
  ])
  expect(read).toMatchObject({
    value: {
      rows: [
        { number: '26A', grossVnd: 170_000, netVnd: 144_500, unexplainedVnd: 0, fees: [{ name: 'Phí cố định', vnd: 20_400 }, { name: 'Phí Dịch Vụ', vnd: 5_100 }] },
        { number: '26B', fees: [{ name: 'Số tiền hoàn lại', vnd: 85_000 }], unexplainedVnd: 0 },
        { number: '26C', unexplainedVnd: 4_800 },
      ],
      faults: [{ code: 'not-money', row: 5, column: 'Phí cố định' }],
    },
  }) // prettier-ignore
})

test('fees without a minus are fees as well, and rows of one order and statement are added up', () => {
  const wide = readSettlementFile('tiktok-shop', [
    [
      'Order/adjustment ID',
      'Order settled time',
      'Currency',
      'Subtotal after seller discounts',
      'Transaction fee',
      'Total settlement amount',
    ],
    ['576461413038785752', '2026/11/30', 'VND', '170000', '8500', '161500'],
    ['576461413038785753', '2026/11/30', 'USD', '7', '1', '6'],
  ])
  expect(wide).toMatchObject({ value: { rows: [{ fees: [{ vnd: 8500 }], unexplainedVnd: 0 }], faults: [{ code: 'not-dong', row: 3 }] } })
  const long = readSettlementFile('lazada', [
    ['Transaction Date', 'Fee Name', 'Amount', 'Order No.', 'Statement'],
    ['30 Nov 2026', 'Item Price Credit', '85000.00', '260422900198363', 'W48'],
    ['30 Nov 2026', 'Item Price Credit', '85000.00', '260422900198363', 'W48'],
    ['29 Nov 2026', 'Commission', '-17000.00', '260422900198363', 'W48'],
    ['06 Dec 2026', 'Commission', '-1000', '260422900198363', 'W49'],
  ])
  expect(long).toMatchObject({
    value: {
      rows: [
        { grossVnd: 170_000, netVnd: 153_000, settledOn: '2026-11-29', fees: [{ name: 'Commission', vnd: 17_000 }], unexplainedVnd: 0 },
        { grossVnd: 0, netVnd: -1000 },
      ],
    },
  })
})
