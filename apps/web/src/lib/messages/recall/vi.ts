/** The list of recalls for everyone. */
export const vi = {
  title: 'Hàng hóa bị thu hồi',
  description: 'Các lô hàng đang hoặc đã bị thu hồi: lô nào, vì sao, người đang giữ hàng phải làm gì.',
  lead: 'Xem lô in trên tem của bạn. Nếu có ở đây: đừng dùng, đừng bán.',
  count: '{total} đợt thu hồi, {open} đợt chưa kết thúc.',
  none: 'Chưa có đợt thu hồi nào.',
  open: 'Đang thu hồi',
  closed: 'Đã kết thúc',
  stillNot: 'Hàng của các lô này vẫn không được dùng, không được bán.',
  maker: 'Cơ sở',
  reason: 'Lý do',
  since: 'Thu hồi từ',
  until: 'Kết thúc',
  todo: 'Người đang giữ hàng',
  do: {
    return: 'Ngừng dùng, giữ riêng sản phẩm và liên hệ nơi bán để trả hàng, nhận lại tiền.',
    destroy: 'Ngừng dùng và bỏ sản phẩm đi; giữ lại tem hoặc ảnh rồi liên hệ nơi bán để nhận lại tiền.',
  },
  lots: 'Lô',
  lot: '{product}, lô {number}',
  dates: 'sản xuất {made}, hạn dùng {expires}',
  order: 'Đã đặt mua trên trang này? Mở đơn hàng để xem cách nhận lại tiền.',
  data: 'Dữ liệu mở: tải danh sách lô bị thu hồi',
  sample: 'Dữ liệu mẫu',
  unknown: 'chưa rõ',
  pages: { label: 'Trang', previous: 'Trước', next: 'Sau' },
}
export type RecallMessages = typeof vi
