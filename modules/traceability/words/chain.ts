import type { ChainStop, ChainThing } from '../rules.ts'

/** What the picture of a lot’s chain says. */
export const chainWords = {
  title: 'Đường đi của lô',
  madeOf: 'Làm từ',
  thisLot: 'Lô này',
  became: 'Thành',
  stops: 'Đã qua',
  nothing: 'Chưa ghi nguyên liệu, kiện hàng hay nơi nào.',
  notWhole: 'Đường đi dài hơn phần hiện ở đây.',
  source: 'Theo sự kiện EPCIS của cơ sở và của các bên giao nhận hàng với cơ sở.',
} as const

/** Steps of CBV 2.0 in plain words. */
const stepWords: Readonly<Record<string, string>> = {
  accepting: 'Chấp nhận hàng',
  arriving: 'Hàng đến',
  commissioning: 'Mở lô',
  cycle_counting: 'Kiểm kê',
  decommissioning: 'Thôi dùng mã',
  departing: 'Hàng đi',
  destroying: 'Tiêu hủy',
  disassembling: 'Tháo rời',
  holding: 'Giữ lại',
  inspecting: 'Kiểm tra',
  loading: 'Xếp hàng lên xe',
  packing: 'Đóng gói',
  picking: 'Lấy hàng',
  receiving: 'Nhận hàng',
  removing: 'Bỏ ra',
  repackaging: 'Đóng gói lại',
  reserving: 'Giữ chỗ',
  retail_selling: 'Bán lẻ',
  sampling: 'Lấy mẫu',
  shipping: 'Giao hàng',
  stock_taking: 'Kiểm kê',
  stocking: 'Bày bán',
  storing: 'Nhập kho',
  transporting: 'Vận chuyển',
  unloading: 'Dỡ hàng',
  unpacking: 'Mở kiện',
}

export const chainStep = ({ step, recalled }: Pick<ChainStop, 'step' | 'recalled'>): string =>
  recalled ? 'Thu hồi' : (step !== null && stepWords[step]) || 'Việc khác'

/** Where it was, or from where to where, as far as it was said. */
export function chainWay({ from, to, here }: Pick<ChainStop, 'from' | 'to' | 'here'>): string {
  const list = (word: string, uris: readonly string[]) => (uris.length > 0 ? [`${word} ${uris.map(partyName).join(', ')}`] : [])
  const way = [...list('từ', from), ...list('đến', to)]
  return (way.length > 0 || here === null ? way : list('tại', [here])).join(' ')
}

/** A place or a party by its key, short enough for a telephone. */
function partyName(uri: string): string {
  const [, ai, number] = /^https:\/\/id\.gs1\.org\/(414|417)\/(\d{13})/.exec(uri) ?? []
  if (number !== undefined) return `GLN ${number}${ai === '417' ? '' : ' (địa điểm)'}`
  const [, code] = /^https?:\/\/[^/]+\/(?:noi|to-chuc)\/(.+)$/.exec(uri) ?? []
  return code === undefined ? uri : decodeURIComponent(code)
}

/** What a thing is called: a lot of ours by its number and goods, a purchase by its material and code, anything else by its key. */
export function chainThing({ uri, lot, purchase }: ChainThing): string {
  if (lot !== null) return `Lô ${lot.number}, ${lot.productName}`
  if (purchase !== null) return `${purchase.material}, lần mua ${purchase.code}`
  const path = uri.startsWith('https://id.gs1.org/') ? uri.slice('https://id.gs1.org/'.length) : null
  const [key, value, qualifier, number] = path?.split('/').map(decodeURIComponent) ?? []
  if (key === '00') return `Kiện hàng SSCC ${value}`
  if (key === '01') return `GTIN ${value}${qualifier === '10' ? `, lô ${number}` : qualifier === '21' ? `, số ${number}` : ''}`
  return uri
}
