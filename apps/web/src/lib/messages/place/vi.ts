import type { PlaceKind } from '@dacsan/modules/traceability/rules'

/** What the page of a place says that events name. */
export const vi = {
  title: '{kind}: {place}',
  lead: 'Sổ sự kiện hàng hóa (EPCIS) gọi nơi này bằng địa chỉ của trang này.',
  kind: 'Loại nơi',
  kinds: {
    workshop: 'Xưởng, nơi làm',
    store: 'Kho',
    stall: 'Quầy, sạp',
    'point-of-sale': 'Điểm bán OCOP',
    warehouse: 'Kho của người mua',
  } as Record<PlaceKind, string>,
  commune: 'Xã, phường',
  owner: 'Do ai ghi vào sổ',
  ownerNotPublic: 'Cơ sở chưa có trong sổ đăng ký công khai',
  state: 'Tình trạng',
  inUse: 'Đang dùng',
  ended: 'Đã ngừng',
  code: 'Mã trong sự kiện',
  notShown: 'Tên gọi riêng và vị trí trên bản đồ của nơi này không công khai: nhiều xưởng cũng là nhà ở.',
  data: 'Dữ liệu cho máy đọc (JSON-LD)',
  products: 'Sản phẩm của cơ sở này',
}

export type PlaceMessages = typeof vi
