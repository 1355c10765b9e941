import type { IndicatorId } from '../rules.ts'

/** What a figure is called, and what counts, in a sentence that an auditor can check. */
export type IndicatorWords = { name: string; unit: string; definition: string; source: string }

/** The days before the last one in which the law speaks of renewal, and the rule that says so. */
export type RenewalTerms = { opens: number; closes: number; source: string }

/** From how many points on the province sends a dossier to the ministry, and the rule that says so. */
export type MinistryTerm = { fromPoints: number; source: string }

const sources = {
  register: 'Sổ đăng ký của nền tảng',
  dossiers: 'Hồ sơ điện tử trên nền tảng',
  traceability: 'Nhật ký truy xuất',
  scans: 'Trang truy xuất',
  orders: 'Đơn hàng trên nền tảng',
} as const

export function indicatorWords({ opens, closes, source }: RenewalTerms, ministry: MinistryTerm) {
  return {
    register: {
      name: 'Sản phẩm trong sổ đăng ký',
      unit: 'sản phẩm',
      definition: 'Sản phẩm đã được công nhận hoặc chờ Bộ xét 5 sao, kể cả giấy đã hết hạn, có nguồn.',
      source: sources.register,
    },
    valid: {
      name: 'Sản phẩm có giấy chứng nhận còn hiệu lực',
      unit: 'sản phẩm',
      definition:
        'Giấy chứng nhận chưa hết hạn và chưa bị thu hồi vào hôm nay, kể cả giấy được kéo dài vì đang đánh giá lại; giấy không rõ thời hạn không tính.',
      source: sources.register,
    },
    'term-unknown': {
      name: 'Sản phẩm không rõ thời hạn giấy',
      unit: 'sản phẩm',
      definition: 'Nguồn công khai không ghi ngày quyết định nên không tính được ngày hết hạn.',
      source: sources.register,
    },
    expired: {
      name: 'Sản phẩm có giấy đã hết hạn',
      unit: 'sản phẩm',
      definition: 'Ngày cuối trên giấy đã qua, không được kéo dài vì đánh giá lại, và chưa có giấy mới.',
      source: sources.register,
    },
    expiring: {
      name: `Giấy chứng nhận hết hạn trong ${opens} ngày tới`,
      unit: 'giấy',
      definition: `Chưa qua ngày cuối và hết hạn trong vòng ${opens} ngày: gồm giấy trong cửa sổ nộp, giấy quá cửa sổ và giấy đã nộp đánh giá lại.`,
      source: sources.register,
    },
    'renewal-in-window': {
      name: 'Giấy trong cửa sổ nộp đánh giá lại',
      unit: 'giấy',
      definition: `Hết hạn sau ${closes}–${opens} ngày nữa và chưa nộp hồ sơ đánh giá lại: đang trong thời gian phải nộp (${source}).`,
      source: sources.register,
    },
    'renewal-late': {
      name: 'Giấy quá cửa sổ, chưa nộp đánh giá lại',
      unit: 'giấy',
      definition: `Còn hiệu lực nhưng hết hạn trong chưa đầy ${closes} ngày và chưa nộp hồ sơ đánh giá lại: đã quá hạn nộp (${source}).`,
      source: sources.register,
    },
    'renewal-under-way': {
      name: 'Giấy sắp hết hạn đã nộp đánh giá lại',
      unit: 'giấy',
      definition: `Hết hạn trong vòng ${opens} ngày, hồ sơ đánh giá lại đã nộp và chưa có kết quả.`,
      source: sources.register,
    },
    'potential-five': {
      name: 'Sản phẩm tiềm năng 5 sao',
      unit: 'sản phẩm',
      definition: `Đạt từ ${ministry.fromPoints} điểm ở tỉnh (${ministry.source}), chờ kết quả của Bộ và không mang hạng nào khác: đúng như sổ công khai đếm.`,
      source: sources.register,
    },
    'awaiting-ministry': {
      name: 'Sản phẩm có hạng, đang chờ Bộ xét 5 sao',
      unit: 'sản phẩm',
      definition: 'Đếm theo hạng đang có (3 hoặc 4 sao), không đếm vào tiềm năng 5 sao.',
      source: sources.register,
    },
    producers: {
      name: 'Chủ thể có sản phẩm trong sổ đăng ký',
      unit: 'chủ thể',
      definition: 'Mỗi chủ thể tính một lần.',
      source: sources.register,
    },
    'recognised-first': {
      name: 'Sản phẩm công nhận lần đầu trong kỳ',
      unit: 'sản phẩm',
      definition: 'Giấy chứng nhận đầu tiên của sản phẩm có ngày cấp trong kỳ; nơi nguồn chỉ ghi năm thì tính khi cả năm nằm trong kỳ.',
      source: sources.register,
    },
    'recognised-again': {
      name: 'Sản phẩm công nhận lại trong kỳ',
      unit: 'sản phẩm',
      definition: 'Giấy chứng nhận thứ hai trở đi của một sản phẩm, cấp trong kỳ.',
      source: sources.register,
    },
    upgraded: {
      name: 'Sản phẩm nâng hạng trong kỳ',
      unit: 'sản phẩm',
      definition: 'Công nhận lại với số sao cao hơn lần trước.',
      source: sources.register,
    },
    withdrawn: {
      name: 'Giấy chứng nhận bị thu hồi trong kỳ',
      unit: 'giấy',
      definition: 'Có quyết định thu hồi với ngày trong kỳ.',
      source: sources.register,
    },
    'dossiers-filed': {
      name: 'Hồ sơ nộp trong kỳ',
      unit: 'hồ sơ',
      definition: 'Ngày chủ thể nộp lần đầu nằm trong kỳ.',
      source: sources.dossiers,
    },
    'dossiers-open': {
      name: 'Hồ sơ đang xử lý',
      unit: 'hồ sơ',
      definition: 'Đã nộp và chưa có kết quả cuối cùng.',
      source: sources.dossiers,
    },
    'dossiers-late': {
      name: 'Hồ sơ quá hạn ở xã',
      unit: 'hồ sơ',
      definition: 'Đang chờ xã và đã qua hạn làm việc của xã.',
      source: sources.dossiers,
    },
    lots: {
      name: 'Lô hàng mở trong kỳ',
      unit: 'lô',
      definition: 'Lô hàng chủ thể mở trên nền tảng, ngày sản xuất trong kỳ.',
      source: sources.traceability,
    },
    labels: {
      name: 'Tem in cho các lô của kỳ',
      unit: 'tem',
      definition: 'Số tem đã in cho các lô có ngày sản xuất trong kỳ.',
      source: sources.traceability,
    },
    scans: {
      name: 'Lượt quét tem trong kỳ',
      unit: 'lượt',
      definition: 'Số lần mở trang truy xuất bằng mã, không ghi ai quét.',
      source: sources.scans,
    },
    'doubts-open': {
      name: 'Phản ánh nghi ngờ chưa trả lời',
      unit: 'phản ánh',
      definition: 'Người mua báo khi quét tem, cơ quan chưa đóng.',
      source: sources.scans,
    },
    sales: {
      name: 'Doanh số đã nhận tiền trong kỳ',
      unit: 'đồng',
      definition: 'Tiền người bán xác nhận đã nhận, trừ tiền trả lại, của đơn đặt trong kỳ. Nền tảng không giữ tiền.',
      source: sources.orders,
    },
  } satisfies Record<IndicatorId, IndicatorWords>
}
