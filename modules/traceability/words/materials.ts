import type { MaterialEntryKind, Shortage, SupplierKind, Yield } from '../rules.ts'
import { sayAmount } from './units.ts'

export const supplierKindWords = {
  farmer: 'Nông dân, hộ',
  group: 'Tổ hợp tác',
  cooperative: 'Hợp tác xã',
  company: 'Doanh nghiệp, cửa hàng',
  own: 'Của cơ sở làm ra',
} as const satisfies Record<SupplierKind, string>

export const materialEntryKindWords = {
  bought: 'Nhập',
  consumed: 'Dùng cho lô',
  wasted: 'Hao hụt',
  counted: 'Kiểm kê',
} as const satisfies Record<MaterialEntryKind, string>

export const sayShort = ({ material, unit, wanted, left }: Shortage): string =>
  `${material} cần ${sayAmount(wanted, unit)}, tính đến ngày làm chỉ còn ${sayAmount(left, unit)}`

export const sayOff = ({ material, unit, expected, used, tolerancePercent }: Yield): string =>
  `${material} dùng ${sayAmount(used, unit)}, định mức ${sayAmount(expected, unit)} (cho phép lệch ${tolerancePercent}%)`

/** What the list of purchases says. */
export const materialsPage = {
  title: 'Nguyên liệu',
  lead: 'Mua của ai, còn bao nhiêu. Mở lô thì nguyên liệu mua trước được trừ trước.',
  buy: 'Nhập nguyên liệu',
  recipes: 'Định mức',
  empty: 'Chưa ghi lần mua nào',
  emptyMeans: 'Mỗi lần mua nguyên liệu, ghi mua của ai và bao nhiêu. Sau này lô hàng truy được về tận vườn.',
  noProducer: 'Chưa có thông tin cơ sở của bạn',
  noProducerMeans: 'Trước khi ghi nguyên liệu, hãy khai tên cơ sở và xã nơi sản xuất.',
} as const

export const materialListWords = {
  code: 'Mã lần mua',
  material: 'Nguyên liệu',
  supplier: 'Người bán',
  commune: 'Xã',
  growingArea: 'Mã số vùng trồng',
  boughtOn: 'Ngày mua',
  quantity: 'Đã mua',
  balance: 'Còn lại',
  unit: 'Đơn vị',
  price: 'Tiền mua',
  state: 'Tình trạng',
  any: 'Mọi tình trạng',
  states: { left: 'Còn', 'used-up': 'Hết' },
} as const

/** What the book of suppliers says. */
export const suppliersPage = {
  title: 'Sổ người bán',
  lead: 'Những người bạn mua nguyên liệu. Tên ghi sai thì sửa, một người ghi hai lần thì gộp.',
  none: 'Chưa có người bán nào',
  noneAbout: 'Người bán tự vào sổ khi bạn ghi lần mua đầu tiên.',
  purchases: (count: number) => `${count} lần mua`,
  noCommune: 'chưa ghi xã',
  saved: 'Đã lưu.',
  correct: 'Sửa thông tin',
  name: 'Tên người bán',
  kind: 'Người bán là',
  commune: 'Xã nơi trồng, nơi làm ra',
  noneChosen: 'Chưa rõ',
  growingArea: 'Mã số vùng trồng',
  save: 'Lưu',
  keeps: 'Các lần mua đã ghi giữ nguyên xã và mã số vùng trồng của ngày mua.',
  merge: 'Gộp vào người bán khác',
  mergeInto: 'Thật ra là',
  chooseOther: 'Chọn người bán',
  mergeMeans: (name: string) =>
    `Mọi lần mua của ${name} từ nay đứng tên người được chọn; ${name} không còn trong sổ để chọn. Tên cũ vẫn giữ trong lịch sử. Không tách lại được.`,
  past: 'Trước đây',
  wasCalled: ({ name, commune }: { name: string; commune: string | null }) => [name, commune].filter(Boolean).join(', '),
  wentOver: 'đã gộp',
} as const

export const buyMaterialPage = {
  title: 'Nhập nguyên liệu',
  material: 'Nguyên liệu gì?',
  materialHint: 'Ví dụ: Dừa sáp trái. Tên này người quét tem đọc được, đừng ghi tên người.',
  quantity: 'Bao nhiêu?',
  unit: 'Đơn vị',
  supplier: 'Mua của ai?',
  supplierHint: 'Tên người bán chỉ cơ sở và cơ quan quản lý thấy; trang quét tem chỉ nêu xã và mã số vùng trồng.',
  otherSupplier: 'Người bán mới…',
  supplierName: 'Tên người bán mới',
  supplierKind: 'Người bán là',
  supplierCommune: 'Xã nơi trồng, nơi làm ra',
  chooseCommune: 'Chọn xã',
  supplierPhone: 'Điện thoại người bán',
  growingArea: 'Mã số vùng trồng',
  growingAreaHint: 'Như cơ quan bảo vệ thực vật đã cấp. Không có thì để trống.',
  boughtOn: 'Ngày mua',
  price: 'Tiền mua (đồng)',
  papers: 'Tiền, mã vùng trồng, hóa đơn, ảnh',
  paper: 'Hóa đơn, phiếu mua',
  photo: 'Ảnh nguyên liệu',
  save: 'Ghi lần mua',
} as const

export const materialPage = {
  name: (material: string, code: string) => `${material} · ${code}`,
  facts: 'Lần mua',
  phone: 'Điện thoại người bán',
  ledger: 'Sổ của lần mua này',
  entry: (kind: MaterialEntryKind, delta: string) => `${materialEntryKindWords[kind]}: ${delta}`,
  forLot: (number: string, product: string) => `Lô ${number}, ${product}`,
  openPaper: 'Mở hóa đơn, phiếu mua',
  openPhoto: 'Mở ảnh nguyên liệu',
  recall: 'Xem mọi lô đã dùng nguyên liệu này, thu hồi',
  waste: 'Ghi hao hụt',
  wasteAmount: 'Hao hụt bao nhiêu?',
  wasteNote: 'Vì sao?',
  count: 'Kiểm kê',
  counted: 'Đếm được bao nhiêu?',
  countNote: 'Vì sao khác sổ?',
  notTold: 'không ghi',
} as const

export const recipesPage = {
  title: 'Định mức nguyên liệu',
  lead: 'Làm bao nhiêu hàng thì dùng bao nhiêu nguyên liệu. Có định mức thì mở lô không phải ghi từng thứ.',
  none: 'Chưa có định mức',
  set: 'Đặt định mức',
  change: 'Sửa định mức',
  since: (pieces: number, day: string) => `Cho ${pieces.toLocaleString('vi')} sản phẩm, từ ${day}`,
  line: (material: string, amount: string, tolerance: number) => `${material}: ${amount}, cho phép lệch ${tolerance}%`,
  noMaterial: 'Hãy ghi lần mua nguyên liệu đầu tiên, rồi đặt định mức.',
  title1: (product: string) => `Định mức: ${product}`,
  pieces: 'Làm bao nhiêu sản phẩm?',
  piecesHint: 'Chọn số dễ tính, ví dụ một mẻ 100 hộp.',
  effectiveFrom: 'Áp dụng từ ngày',
  material: (place: number) => `Nguyên liệu ${place}`,
  noneChosen: 'Không có',
  amount: 'Dùng bao nhiêu?',
  tolerance: 'Cho phép lệch (%)',
  means: 'Bản mới thay bản cũ từ ngày áp dụng; lô đã mở giữ định mức của nó. Bỏ hết nguyên liệu là thôi định mức.',
  save: 'Lưu định mức',
} as const

/** The part of the form for a new lot, and of the page of a lot, that is about raw material. */
export const lotMaterials = {
  title: 'Nguyên liệu',
  byRecipe: 'Theo định mức, mua trước dùng trước. Dùng khác thì ghi số thật; để trống là đúng định mức.',
  used: (material: string, unit: string) => `${material} (${unit})`,
  expected: (expected: string, left: string) => `Định mức ${expected}, trong kho còn ${left}`,
  reason: 'Lý do lệch định mức',
  reasonHint: 'Chỉ cần khi dùng nhiều hoặc ít hơn mức cho phép.',
  later: 'Chưa ghi nguyên liệu cho lô này',
  change: 'Xem, sửa số đã dùng',
  none: 'Chưa ghi nguyên liệu nào cho lô này.',
  from: (amount: string, supplier: string, code: string) => `${amount} của ${supplier}, ${code}`,
  yield: 'So với định mức',
  said: ({ unit, expected, used }: Pick<Yield, 'unit' | 'expected' | 'used'>) =>
    `dùng ${sayAmount(used, unit)}, định mức ${sayAmount(expected, unit)}`,
  off: 'lệch',
  use: 'Ghi dùng nguyên liệu',
  of: 'Nguyên liệu',
  stock: (name: string, left: string) => `${name}, còn ${left}`,
  amount: 'Dùng bao nhiêu?',
  noStock: 'Trong kho không còn nguyên liệu nào.',
  why: 'Lý do đã ghi',
} as const

/** The office's list of lots that left their recipe. */
export const yieldsPage = {
  title: 'Lệch định mức nguyên liệu',
  lead: 'Lô dùng nguyên liệu ngoài mức cho phép, với lý do của cơ sở, và lô có định mức mà chưa ghi nguyên liệu.',
  empty: 'Không có lô nào lệch định mức',
  emptyMeans: 'Chỉ sản phẩm đã có định mức mới được so.',
} as const

export const yieldListWords = {
  lot: 'Lô',
  product: 'Sản phẩm',
  producer: 'Cơ sở',
  madeOn: 'Ngày sản xuất',
  material: 'Nguyên liệu',
  unit: 'Đơn vị',
  expected: 'Định mức',
  used: 'Đã dùng',
  differs: 'Lệch (%)',
  reason: 'Lý do',
  state: 'Tình trạng',
  any: 'Mọi tình trạng',
  states: { off: 'Ngoài mức cho phép', unrecorded: 'Chưa ghi nguyên liệu' },
  madeFrom: 'Sản xuất từ ngày',
  madeTo: 'Sản xuất đến ngày',
} as const

export const materialCheckWords = {
  balances: 'Nguyên liệu còn lại bằng sổ nhập, dùng, hao hụt, kiểm kê',
  differs: (code: string) => `Lần mua ${code}: số còn lại không bằng sổ`,
} as const
