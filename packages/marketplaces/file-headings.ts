import type { MarketplaceName } from './marketplace-names.ts'

/** `C` read in the documentation of the marketplace, `M` from memory of its files, `I` inferred from its other files. */
export type Certainty = 'C' | 'M' | 'I'
type Source = { source: string; mark: Certainty; asOf: string }

/** What a column of a file of orders says. `seller-discount` is that of the whole line. */
export type OrderField =
  | 'number'
  | 'status'
  | 'returned'
  | 'orderedOn'
  | 'sku'
  | 'parentSku'
  | 'name'
  | 'variant'
  | 'quantity'
  | 'price'
  | 'amount'
  | 'sellerDiscount'
  | 'buyer'
  | 'currency'
export type OrderHeadings = Source & {
  headings: Readonly<Partial<Record<OrderField, readonly string[]>>>
  /** Lazada writes a row for each piece. */
  rowIsPiece: boolean
}

/**
 * The headings of the files of orders, in Vietnamese and English as sellers may set their page. The names, telephones and addresses of buyers stand in other
 * columns of the same files: no field here reads them.
 */
export const orderHeadings = {
  shopee: {
    headings: {
      number: ['Mã đơn hàng', 'Order ID'],
      status: ['Trạng Thái Đơn Hàng', 'Trạng thái đơn hàng', 'Order Status'],
      returned: ['Trạng thái Trả hàng/Hoàn tiền', 'Return / Refund Status'],
      orderedOn: ['Ngày đặt hàng', 'Thời gian đặt hàng', 'Order Creation Date'],
      sku: ['SKU phân loại hàng', 'SKU phân loại', 'SKU Reference No.'],
      parentSku: ['SKU sản phẩm', 'Parent SKU Reference No.'],
      name: ['Tên sản phẩm', 'Product Name'],
      variant: ['Tên phân loại hàng', 'Variation Name'],
      quantity: ['Số lượng', 'Quantity'],
      price: ['Giá ưu đãi', 'Deal Price'],
      amount: ['Tổng giá bán (sản phẩm)', 'Product Subtotal'],
      buyer: ['Người Mua', 'Username (Buyer)'],
    },
    rowIsPiece: false,
    source: 'Order.all…xlsx of the seller centre of Shopee Viet Nam',
    mark: 'M',
    asOf: '2026-11-30',
  },
  'tiktok-shop': {
    headings: {
      number: ['Order ID', 'ID đơn hàng', 'Mã đơn hàng'],
      status: ['Order Status', 'Trạng thái đơn hàng'],
      returned: ['Cancelation/Return Type', 'Loại hủy/trả hàng'],
      orderedOn: ['Created Time', 'Thời gian tạo'],
      sku: ['Seller SKU', 'SKU người bán'],
      name: ['Product Name', 'Tên sản phẩm'],
      variant: ['Variation', 'Phân loại'],
      quantity: ['Quantity', 'Số lượng'],
      price: ['SKU Unit Original Price', 'Giá gốc đơn vị SKU'],
      sellerDiscount: ['SKU Seller Discount', 'Giảm giá SKU của người bán'],
      buyer: ['Buyer Username', 'Tên người dùng của người mua'],
      currency: ['Currency', 'Tiền tệ'],
    },
    rowIsPiece: false,
    source: 'export of orders of the seller centre of TikTok Shop; below the headings stands a row that explains them',
    mark: 'M',
    asOf: '2026-11-30',
  },
  lazada: {
    headings: {
      number: ['orderNumber', 'Order Number', 'Mã đơn hàng', 'Số đơn hàng'],
      status: ['status', 'Trạng thái'],
      orderedOn: ['createTime', 'Created at', 'Ngày tạo'],
      sku: ['sellerSku', 'Seller SKU', 'SKU người bán'],
      name: ['itemName', 'Item Name', 'Tên sản phẩm'],
      variant: ['variation', 'Variation', 'Phân loại'],
      quantity: ['quantity'],
      price: ['unitPrice', 'Unit Price', 'Đơn giá'],
      sellerDiscount: ['sellerDiscountTotal', 'Seller Discount Total'],
      buyer: ['customerName', 'Customer Name', 'Tên khách hàng'],
      currency: ['currency', 'Currency'],
    },
    rowIsPiece: true,
    source: 'export of orders of Lazada Seller Center, a row for each piece',
    mark: 'M',
    asOf: '2026-11-30',
  },
} as const satisfies Record<MarketplaceName, OrderHeadings>

/**
 * What a column of a settlement says. Each `fee` keeps the name of its heading; `added` is money beside the price of the goods that goes to the seller or
 * back from him, with its own sign.
 */
export type SettlementField = 'number' | 'settledOn' | 'gross' | 'fee' | 'added' | 'net' | 'feeName' | 'amount' | 'statement' | 'currency'
export type SettlementHeadings = Source & {
  /** `wide`: a row for each order; `long`: a row for each fee of an order, which says its name. */
  layout: 'wide' | 'long'
  headings: Readonly<Partial<Record<SettlementField, readonly string[]>>>
  /** In the long layout: by which names the price of the goods stands. */
  grossNames: readonly string[]
}

export const settlementHeadings = {
  shopee: {
    layout: 'wide',
    headings: {
      number: ['Mã đơn hàng', 'Order ID'],
      settledOn: ['Ngày hoàn thành thanh toán', 'Ngày thanh toán hoàn tất', 'Payout Completed Date'],
      gross: ['Giá sản phẩm', 'Giá gốc', 'Original product price', 'Product Price'],
      fee: [
        'Phí cố định',
        'Phí hoa hồng',
        'Commission fee',
        'Phí Dịch Vụ',
        'Service Fee',
        'Phí thanh toán',
        'Phí giao dịch',
        'Transaction Fee',
        'Phí hạ tầng',
        'Phí dịch vụ PiShip',
        'Phí vận chuyển trả hàng',
        'Phí tiếp thị liên kết',
        'Affiliate Commission Fee',
        'Mã ưu đãi do Người Bán chịu',
        'Thuế GTGT',
        'Thuế TNCN',
      ],
      added: [
        'Số tiền hoàn lại',
        'Phí vận chuyển Người mua trả',
        'Phí vận chuyển thực tế',
        'Phí vận chuyển được trợ giá từ Shopee',
        'Sản phẩm được trợ giá từ Shopee',
      ],
      net: ['Tổng tiền đã thanh toán', 'Total released amount', 'Tổng tiền thanh toán'],
      currency: ['Tiền tệ', 'Currency'],
    },
    grossNames: [],
    source: 'Income…xlsx (doanh thu đã thanh toán) of Shopee Viet Nam',
    mark: 'M',
    asOf: '2026-11-30',
  },
  'tiktok-shop': {
    layout: 'wide',
    headings: {
      number: ['Order/adjustment ID', 'Order/adjustment ID  ', 'ID đơn hàng/điều chỉnh'],
      settledOn: ['Order settled time', 'Thời gian quyết toán đơn hàng', 'Order settled time(UTC)'],
      gross: ['Subtotal after seller discounts', 'Tổng phụ sau giảm giá của người bán'],
      fee: [
        'Transaction fee',
        'Phí giao dịch',
        'TikTok Shop commission fee',
        'Phí hoa hồng TikTok Shop',
        'Seller shipping fee',
        'Phí vận chuyển của người bán',
        'Affiliate commission',
        'Hoa hồng liên kết',
        'SFP service fee',
        'Voucher Xtra service fee',
        'Order processing fee',
        'Phí xử lý đơn hàng',
        'VAT withheld by TikTok Shop',
        'PIT withheld by TikTok Shop',
      ],
      added: [
        'Refund subtotal after seller discounts',
        'Tổng phụ hoàn tiền sau giảm giá của người bán',
        'Ajustment amount',
        'Adjustment amount',
      ],
      net: ['Total settlement amount', 'Tổng số tiền quyết toán'],
      currency: ['Currency', 'Tiền tệ'],
    },
    grossNames: [],
    source: 'income of the finance page of TikTok Shop, sheet Order details',
    mark: 'M',
    asOf: '2026-11-30',
  },
  lazada: {
    layout: 'long',
    headings: {
      number: ['Order No.', 'Order Number', 'Mã đơn hàng'],
      settledOn: ['Transaction Date', 'Ngày giao dịch'],
      feeName: ['Fee Name', 'Tên phí'],
      amount: ['Amount', 'Amount(Include Tax)', 'Số tiền'],
      statement: ['Statement', 'Kỳ sao kê'],
      currency: ['Currency', 'Tiền tệ'],
    },
    grossNames: ['Item Price Credit', 'Giá trị sản phẩm', 'Tiền hàng'],
    source: 'account transactions of Lazada Seller Center, a row for each fee',
    mark: 'M',
    asOf: '2026-11-30',
  },
} as const satisfies Record<MarketplaceName, SettlementHeadings>
