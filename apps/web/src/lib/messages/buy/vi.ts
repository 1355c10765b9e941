/** The box on a product page in which it is bought. */
export const vi = {
  title: 'Mua sản phẩm này',
  per: 'một {unit}',
  packs: 'Chọn quy cách',
  unitPrice: '{price}/{unit}',
  namelessPack: 'Quy cách chưa ghi',
  left: 'Còn {n} {unit}',
  soldOut: 'Tạm hết hàng',
  expiry: 'Lô giao trước có hạn dùng đến {date}',
  quantity: 'Số lượng',
  most: 'Mỗi đơn tối đa {n}.',
  prices: 'Giá theo số lượng',
  from: 'Từ {n}',
  fromTo: '{from} đến {to}',
  each: 'Giá mỗi {unit}',
  least: 'Bán từ {n} {unit}.',
  multiple: 'Bán theo bội số của {n}.',
  add: 'Thêm vào giỏ',
  seller: 'Người bán',
  registration: 'Đăng ký kinh doanh hoặc mã số thuế',
  phone: 'Điện thoại',
  unknown: 'chưa rõ',
  direct: 'Bạn chuyển khoản thẳng cho người bán; trang này không giữ tiền.',
  off: 'Tỉnh đang tạm ngừng nhận đặt hàng ở đây. Hãy gọi trực tiếp người bán.',
}

export type BuyMessages = typeof vi
