import type { BuyMessages } from './vi.ts'

export const en: BuyMessages = {
  title: 'Buy this product',
  per: 'per {unit}',
  packs: 'Choose a pack',
  unitPrice: '{price} per {unit}',
  namelessPack: 'Pack without a name',
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
}
