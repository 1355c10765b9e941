import { moneyUnit } from './money.ts'
import { shopTabs } from './order-pages.ts'
import { sayExpiry } from './selling.ts'

/** What the list of the producer's shelf says. */
export const shelfPage = {
  title: `${shopTabs.shelf} · ${shopTabs.label}`,
  lead: 'Giá và số lượng của từng sản phẩm, từng quy cách. Số lượng đi theo lô, lô gần hết hạn được bán trước.',
  none: 'Chưa có sản phẩm nào',
  howProductsCome: 'Đăng ký sản phẩm trong hồ sơ OCOP; khi có giấy chứng nhận còn hiệu lực, bạn đăng bán ở đây.',
  toDossiers: 'Đến hồ sơ OCOP',
  notListed: 'Chưa đăng bán',
  notCertified: 'Chưa có giấy chứng nhận còn hiệu lực',
  sellable: 'bán được',
  onShelf: (quantity: number) => `${quantity} trên kệ`,
}

/** What the page of one product on the shelf says. */
export const shelfOfferPage = {
  title: (product: string) => `${product} · ${shopTabs.label}`,
  packs: 'Quy cách của sản phẩm',
  namelessPack: 'Chưa ghi quy cách',
  notOffered: 'chưa có giá',
  lotChoice: (number: string, expiresOn: string | null) => `Lô ${number}${expiresOn === null ? '' : `, ${sayExpiry(expiresOn)}`}`,
  lot: 'Lô',
  expiresOn: 'Hạn dùng',
  made: 'Làm ra',
  onShelf: 'Trên kệ',
  reserved: 'Đang giữ cho đơn',
  lots: 'Các lô',
  noOpenLot: 'Chưa có lô nào đang mở',
  openLotFirst: 'Mở lô trước, rồi nhập hàng của lô lên kệ.',
  openLot: 'Mở lô hàng',
  lotsOf: (product: string) => `Các lô của ${product}`,
  receive: 'Nhập hàng lên kệ',
  fromLot: 'Từ lô',
  receivedQuantity: 'Số lượng nhập',
  saveReceipt: 'Nhập kệ',
  toGoods: 'Kho hàng: quy cách khác, chuyển chỗ, kiểm kê, ghi hàng hỏng',
  price: 'Giá bán',
  unitPrice: 'Giá một đơn vị',
  dong: moneyUnit.word,
  unit: 'Đơn vị bán',
  unitHint: 'Ví dụ: hũ, hộp, kg. Cùng đơn vị với lô hàng.',
  maxPerOrder: 'Mỗi đơn mua tối đa',
  weight: 'Cân nặng cả bao bì',
  weightHint: 'Để tính phí giao hàng. Bỏ trống thì lấy khối lượng tịnh và bao bì trong bảng phí.',
  gram: 'g',
  needsCold: 'Phải giữ lạnh khi giao',
  description: 'Lời giới thiệu khi bán',
  savePrice: 'Lưu giá',
  pause: 'Tạm ngừng bán',
  seeProduct: 'Xem trang sản phẩm',
  publish: 'Đăng bán',
}
