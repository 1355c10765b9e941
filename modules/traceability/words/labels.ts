import type { LabelFact, LabelGoods, SheetState } from '../rules.ts'

export const labelFactWords = {
  place: 'Xã, tỉnh của cơ sở: nhờ cán bộ xã bổ sung vào thông tin chủ thể.',
  'net-content': 'Khối lượng hoặc thể tích (ví dụ 500 g): điền ở trang thông tin sản phẩm.',
  expiry: 'Hạn sử dụng của lô: mở lô khác có hạn sử dụng.',
} as const satisfies Record<LabelFact, string>

/** What is printed across labels that must not be sold with. */
export const watermarks = { trial: 'IN THỬ', sample: 'MẪU' } as const

export const sayMillimetres = (length: number): string => length.toLocaleString('vi', { maximumFractionDigits: 3 })

/** Which layouts have room for a symbol that tills read. */
export const sayFitting = (fitting: readonly string[]): string =>
  fitting.length > 0
    ? `Loại in được: ${fitting.join('; ')}.`
    : 'Không loại giấy nào ở đây đủ chỗ cho địa chỉ dài như vậy: số lô ngắn hơn thì mã nhỏ hơn.'

/** What the list of a lot's sheets says. */
export const labelSheetWords = {
  heading: 'Các lần in tem',
  sheet: (count: number, moment: string) => `${count} tem, ${moment}`,
  states: { printed: 'Chưa dán', applied: 'Đã dán', spoiled: 'Đã hủy hết' } satisfies Record<SheetState, string>,
  numbers: ({
    packName,
    firstUnit,
    count,
    spoiled,
  }: {
    packName: string | null
    firstUnit: number | null
    count: number
    spoiled: number
  }) =>
    [
      packName,
      firstUnit === null ? 'Tem chung một mã' : `Mỗi tem một số riêng, đơn vị ${firstUnit} đến ${firstUnit + count - 1}`,
      spoiled > 0 ? `${spoiled} tem hỏng, đã hủy` : null,
    ]
      .filter(Boolean)
      .join('; '),
  roll: 'Tệp cho máy in tem',
  rollFile: ({ form, dpi }: { form: 'zpl' | 'zip'; dpi: number }) => `${form === 'zpl' ? 'ZPL' : 'Ảnh PNG'}, ${dpi} dpi`,
  apply: 'Đã dán xong tem này',
  spoil: 'Tem hỏng, thừa đã hủy',
  spoiledCount: 'Bao nhiêu tem hỏng?',
  recordSpoiled: 'Ghi tem hỏng',
  note: 'Số tem không được nhiều hơn số hàng. Tem hỏng hay thừa: cắt bỏ, ghi vào đây rồi in lại được.',
} as const

/** What the page that prints labels says. */
export const labelPage = {
  title: (number: string) => `In tem lô ${number}`,
  factsMissing: 'Chưa in được tem, còn thiếu',
  aboutProduct: 'Thông tin sản phẩm',
  openOtherLot: 'Mở lô khác',
  notPermitted: 'Chỉ cơ sở làm ra lô này mới in được tem.',
  count: 'In bao nhiêu tem?',
  pack: 'Quy cách',
  packName: ({ name, gtin }: { name: string | null; gtin: string | null }) =>
    [name ?? 'Chưa ghi khối lượng', gtin && `GTIN ${gtin}`].filter(Boolean).join(', '),
  countHint: ({ of, goods, printed, spoiled }: LabelGoods, unit: string) =>
    [
      of === 'made' ? `Lô có ${goods} ${unit}, chưa ghi đóng gói ở kho` : `Đã đóng ${goods} gói quy cách này`,
      `đã in ${printed} tem${spoiled > 0 ? `, ${spoiled} tem hỏng` : ''}.`,
    ].join('; '),
  layout: 'Loại giấy',
  noLayout: 'Chưa in được tem của lô này',
  tooSmall: (least: number, names: readonly string[]) =>
    `Không in trên ${names.join('; ')}: tem nhỏ quá, mỗi ô của mã QR không đủ ${sayMillimetres(least)} mm để máy tính tiền đọc được.`,
  serials: 'Mỗi tem một số riêng',
  serialsHint: 'Tem bị chép sẽ lộ ra khi nhiều người quét cùng một số. Bỏ chọn thì mọi tem của lô giống nhau.',
  forTills: 'Thêm mã cho siêu thị, kho hàng',
  withExpiry: 'Ghi hạn sử dụng vào mã QR (máy tính tiền chặn được hàng hết hạn)',
  beside: 'Mã thứ hai bên cạnh mã QR',
  besides: { none: 'Không in', 'ean-13': 'Mã vạch EAN-13 (quầy tính tiền)', datamatrix: 'GS1 DataMatrix (kho, siêu thị)' },
  usedSheet: 'Tờ giấy đã bóc bớt tem',
  skip: 'Bỏ trống bao nhiêu ô đầu',
  print: 'Tạo tệp PDF để in',
  says: 'Tem ghi gì',
  stars: 'Sao OCOP',
  starCount: (stars: number) => `${stars} sao`,
  noStars: 'không in: giấy chứng nhận không còn hoặc chưa có hiệu lực',
  lot: 'Số lô',
  symbol: 'Mã QR',
  shortAddress: 'Địa chỉ ngắn',
  symbolOfGtin:
    'Mã QR theo chuẩn GS1 Digital Link. Khi in hãy chọn cỡ thật (100%), không chọn vừa trang giấy: máy tính tiền đọc mã theo cỡ này.',
  symbolOfTraceCode: 'Sản phẩm chưa có GTIN nên tem dùng mã truy vết của nền tảng. Chúng tôi không tự đặt ra mã 893.',
} as const
