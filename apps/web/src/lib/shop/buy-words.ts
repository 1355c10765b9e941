import type { Language } from '#lib/languages.ts'

type BuyWords = {
  title: string
  per: string
  left: string
  soldOut: string
  expiry: string
  quantity: string
  most: string
  add: string
  seller: string
  registration: string
  phone: string
  unknown: string
  direct: string
  off: string
}

// The Khmer lines wait for a native reader, like those of the messages: docs/khmer-review.md.
export const buyWords: Record<Language, BuyWords> = {
  vi: {
    title: 'Mua sản phẩm này',
    per: 'một {unit}',
    left: 'Còn {n} {unit}',
    soldOut: 'Tạm hết hàng',
    expiry: 'Lô giao trước có hạn dùng đến {date}',
    quantity: 'Số lượng',
    most: 'Mỗi đơn tối đa {n}.',
    add: 'Thêm vào giỏ',
    seller: 'Người bán',
    registration: 'Đăng ký kinh doanh hoặc mã số thuế',
    phone: 'Điện thoại',
    unknown: 'chưa rõ',
    direct: 'Bạn chuyển khoản thẳng cho người bán; trang này không giữ tiền.',
    off: 'Tỉnh đang tạm ngừng nhận đặt hàng ở đây. Hãy gọi trực tiếp người bán.',
  },
  en: {
    title: 'Buy this product',
    per: 'per {unit}',
    left: '{n} {unit} left',
    soldOut: 'Sold out for now',
    expiry: 'The next lot is best before {date}',
    quantity: 'Quantity',
    most: 'At most {n} per order.',
    add: 'Add to cart',
    seller: 'Seller',
    registration: 'Business registration or tax code',
    phone: 'Phone',
    unknown: 'not known',
    direct: 'You pay the seller directly by bank transfer; this site never holds your money.',
    off: 'The province does not take orders here at the moment. Please call the seller.',
  },
  km: {
    title: 'ទិញផលិតផលនេះ',
    per: 'ក្នុងមួយ {unit}',
    left: 'នៅសល់ {n} {unit}',
    soldOut: 'អស់ពីស្តុក',
    expiry: 'ឡូតិ៍បន្ទាប់ប្រើបានដល់ {date}',
    quantity: 'ចំនួន',
    most: 'យ៉ាងច្រើន {n} ក្នុងមួយការបញ្ជាទិញ។',
    add: 'ដាក់ក្នុងកន្ត្រក',
    seller: 'អ្នកលក់',
    registration: 'លេខចុះបញ្ជីអាជីវកម្ម ឬលេខពន្ធ',
    phone: 'ទូរស័ព្ទ',
    unknown: 'មិនទាន់ដឹង',
    direct: 'អ្នកផ្ទេរប្រាក់ត្រង់ទៅអ្នកលក់ គេហទំព័រនេះមិនកាន់ប្រាក់ទេ។',
    off: 'ខេត្តមិនទទួលការបញ្ជាទិញនៅទីនេះបណ្តោះអាសន្ន។ សូមទូរស័ព្ទទៅអ្នកលក់។',
  },
}
