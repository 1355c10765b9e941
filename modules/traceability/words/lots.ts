import type { DiaryKind, LotStatus, ShelfLife } from '../rules.ts'

export const lotStatusWords = { open: 'Đang bán', closed: 'Đã đóng', recalled: 'Đã thu hồi' } as const satisfies Record<LotStatus, string>

export const diaryKindWords = {
  grow: 'Chăm sóc',
  harvest: 'Thu hoạch',
  'buy-material': 'Nhập nguyên liệu',
  prepare: 'Sơ chế',
  process: 'Chế biến',
  dry: 'Phơi, sấy',
  check: 'Kiểm tra',
  pack: 'Đóng gói',
  store: 'Nhập kho',
  ship: 'Giao hàng',
  correction: 'Đính chính',
} as const satisfies Record<DiaryKind, string>

/** What the pages of a lot call it and the facts on its labels. */
export const lotFacts = {
  name: (number: string) => `Lô ${number}`,
  madeOn: 'NSX',
  expiresOn: 'HSD',
  labels: (count: number) => `${count} tem`,
} as const

/** What the list of a producer's lots says. */
export const lotsPage = {
  title: 'Lô hàng và tem',
  lead: 'Mỗi lần làm ra một mẻ hàng, mở một lô rồi in tem cho lô đó.',
  openNew: 'Mở lô mới',
  openFirst: 'Mở lô đầu tiên',
  noProducer: 'Chưa có thông tin cơ sở của bạn',
  noProducerMeans: 'Trước khi mở lô, hãy khai tên cơ sở và xã nơi sản xuất.',
  registerProducer: 'Khai thông tin cơ sở',
  empty: 'Chưa có lô nào',
  emptyMeans: 'Số lô, ngày và hạn dùng được điền sẵn, bạn chỉ cần xem lại số lượng.',
  dates: (madeOn: string, expiresOn: string) => `${lotFacts.madeOn} ${madeOn} · ${lotFacts.expiresOn} ${expiresOn}`,
  amounts: ({ quantity, unit, labelsPrinted, entries }: { quantity: number; unit: string; labelsPrinted: number; entries: number }) =>
    `${quantity} ${unit} · ${lotFacts.labels(labelsPrinted)} đã in · ${entries} dòng nhật ký`,
} as const

/** The columns of the same list. */
export const lotListWords = {
  number: 'Lô',
  product: 'Sản phẩm',
  status: 'Tình trạng',
  any: 'Mọi tình trạng',
  madeOn: lotFacts.madeOn,
  expiresOn: lotFacts.expiresOn,
  madeFrom: 'Sản xuất từ ngày',
  madeTo: 'Sản xuất đến ngày',
  quantity: 'Số lượng',
  unit: 'Đơn vị',
  labels: 'Tem đã in',
  entries: 'Dòng nhật ký',
  traceCode: 'Mã truy vết',
} as const

const sayShelfLife = (life: ShelfLife): string => ('months' in life ? `${life.months} tháng` : `${life.days} ngày`)

/** What the form that opens a lot says. */
export const newLotPage = {
  noProduct: 'Chưa có sản phẩm nào',
  noProductMeans: 'Mỗi lô là của một sản phẩm. Hãy thêm sản phẩm khi làm hồ sơ OCOP.',
  addProduct: 'Thêm sản phẩm',
  otherProduct: 'Sản phẩm khác',
  productOfLot: 'Sản phẩm của lô',
  quantity: 'Làm được bao nhiêu?',
  unit: 'Đơn vị',
  madeOn: 'Ngày sản xuất (NSX)',
  expiresOn: 'Hạn sử dụng (HSD)',
  expiresOnHint: (life: ShelfLife | null) =>
    life ? `Như lô trước: để được ${sayShelfLife(life)}.` : 'Hàng không có hạn dùng thì để trống.',
  shelfLife: 'Để được bao lâu',
  /** A whole year is said as one. */
  shelfLifeChoice: (life: ShelfLife) => ('months' in life && life.months === 12 ? '1 năm' : sayShelfLife(life)),
  number: 'Số lô',
  numberHint: 'Đã đặt sẵn theo ngày. Muốn dùng số của riêng bạn thì sửa.',
  standards: 'Tiêu chuẩn áp dụng (không bắt buộc)',
  standardsExamples: 'TCVN, QCVN, VietGAP, tiêu chuẩn cơ sở…',
  open: 'Mở lô',
} as const

/** What the page of one lot says. */
export const lotPage = {
  printLabels: 'In tem',
  seeScan: 'Xem trang quét',
  recalled: 'Lô này đã thu hồi',
  ordersOfLot: 'Các đơn đặt hàng của lô này',
  seeRecall: 'Xem đợt thu hồi',
  recalledMeans: 'Ai quét tem cũng thấy cảnh báo; gian hàng không bán lô này nữa.',

  writeDiary: 'Ghi nhật ký',
  photo: 'Ảnh',
  text: 'Ghi thêm',
  otherTime: 'Việc làm lúc khác, không phải bây giờ',
  more: 'Số lượng, nơi làm, ghi âm',
  amount: 'Số lượng',
  unit: 'Đơn vị',
  place: 'Ở đâu?',
  voice: 'Ghi âm',
  voiceHint: 'Chỉ cơ sở và cơ quan quản lý nghe được. Tối đa 1 phút.',
  record: 'Bấm để nói',
  stopRecording: 'Dừng ghi âm',
  recorded: 'Đã ghi âm, gửi cùng dòng nhật ký.',
  noMicrophone: 'Trình duyệt chưa cho dùng micrô. Bạn có thể chọn một tệp ghi âm.',
  otherKinds: 'Việc khác',
  notPublic:
    'Người quét tem thấy việc, giờ, ảnh và phần ghi thêm; không thấy tên ai, nơi làm, số lượng, ghi âm, cũng không thấy lời và ảnh của dòng “Nhập nguyên liệu”.',
  voiceOf: (kind: DiaryKind, moment: string) => `Ghi âm: ${diaryKindWords[kind]}, ${moment}`,
  entryFacts: (amount: string | null, place: string | null) => [amount, place].filter(Boolean).join(' · '),
  doneAt: 'Ngày giờ làm',
  diaryKind: 'Bấm vào việc vừa làm để ghi',
  diary: 'Nhật ký của lô',
  photoOf: (kind: DiaryKind, moment: string) => `Ảnh: ${diaryKindWords[kind]}, ${moment}`,
  diaryEmpty: 'Chưa ghi việc nào. Người mua tin hơn khi thấy ngày thu hoạch và đóng gói.',
  diaryNote: 'Đã ghi thì không sửa được. Ghi sai thì bấm “Đính chính” và nói rõ.',

  facts: 'Lô hàng',
  producer: 'Cơ sở',
  quantity: 'Số lượng',
  labelsPrinted: 'Tem đã in',
  labelsApplied: 'Tem đã dán',
  labelsSpoiled: 'Tem hỏng, đã hủy',
  scanned: 'Đã quét',
  scans: (count: number, firstOn: string) => `${count} lần, lần đầu ${firstOn}`,
  noScans: 'chưa lần nào',
  standards: 'Tiêu chuẩn',
  gtin: 'GTIN',
  noGtin: 'chưa có, tem dùng mã truy vết',
  traceCode: 'Mã truy vết',
  surplusLabels: ({
    labelsPrinted,
    surplusLabels,
    quantity,
    unit,
  }: {
    labelsPrinted: number
    surplusLabels: number
    quantity: number
    unit: string
  }) =>
    `Đã in ${labelsPrinted} tem cho ${quantity} ${unit}, thừa ${surplusLabels} tem. Tem thừa hãy hủy rồi ghi “Tem hỏng” để không bị dán lên hàng khác.`,
  close: 'Đóng lô (hết hàng)',
  reopen: 'Mở lại lô',

  recallThis: 'Thu hồi lô này',
  recallMeans: 'Trang sau cho xem trước hàng đã đi tới đâu, ai đã mua; xem xong mới thu hồi hoặc diễn tập.',
  recall: 'Xem và thu hồi',
} as const
