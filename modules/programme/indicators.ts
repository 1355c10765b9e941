import { certificateState } from '../catalogue/rules.ts'
import type { CertificateState } from '../catalogue/rules.ts'
import { renewalsDue } from '../certificates/index.ts'
import type { RenewalStage, TermLaw } from '../certificates/index.ts'
import type { ReadDb } from '../context.ts'
import { isLateAtCommune, isUnderWay } from '../dossiers/rules.ts'
import {
  selectCertificates,
  selectDossiers,
  selectDoubts,
  selectLots,
  selectProducers,
  selectRegister,
  selectSales,
  selectScans,
} from './fact.store.ts'
import { certificateColumns, date, dossierColumns, money, number, productColumns, renewalColumns, text } from './indicator-columns.ts'
import type { Column, FactRow, Period } from './rules.ts'

/** When a figure is asked for: its period, and the day that "today" means. */
export type Window = Period & { today: string }

export type Indicator = {
  id: string
  name: string
  unit: string
  /** What counts, in a sentence that an auditor can check. */
  definition: string
  source: string
  /** `day`: as it stands today; `period`: what happened between two days. */
  span: 'day' | 'period'
  columns: readonly Column[]
  /** The column that is added up; absent: rows are counted. */
  measure?: string
  rows: (db: ReadDb, window: Window) => Promise<FactRow[]>
}

const register = 'Sổ đăng ký của nền tảng'

/** The products of the register whose certificate is in this state on a day; the catalogue says which that is. */
const inState = async (db: ReadDb, today: string, state: CertificateState) =>
  (await selectRegister(db)).filter((row) => certificateState(row, today) === state)

const legal = ({ instrument, article }: TermLaw['windowRule']) => [instrument, article].filter(Boolean).join(', ')

/** Every figure of the programme, in the order in which the report tells them; `law`: the rows by which terms are read today. */
export function indicators(law: TermLaw): readonly Indicator[] {
  const { from: opens, to: closes } = law.window
  /** Certificates that hold today and end within the days in which the law speaks of renewal. */
  const ending = async (db: ReadDb, today: string, wanted?: RenewalStage) =>
    (await renewalsDue(db, today, law))
      .filter(({ validUntil, stage }) => validUntil >= today && (wanted === undefined || stage === wanted))
      .map(({ productName, producerName, stars, validUntil, windowFrom, windowTo, code, isSample }) => ({
        productName,
        producerName,
        stars,
        validUntil,
        windowFrom,
        windowTo,
        code,
        isSample,
      }))
  return [
    {
      id: 'register',
      name: 'Sản phẩm trong sổ đăng ký',
      unit: 'sản phẩm',
      definition: 'Sản phẩm đã được công nhận hoặc chờ Bộ xét 5 sao, kể cả giấy đã hết hạn, có nguồn.',
      source: register,
      span: 'day',
      columns: productColumns,
      rows: (db) => selectRegister(db),
    },
    {
      id: 'valid',
      name: 'Sản phẩm có giấy chứng nhận còn hiệu lực',
      unit: 'sản phẩm',
      definition: 'Giấy chứng nhận chưa hết hạn và chưa bị thu hồi vào hôm nay; giấy không rõ thời hạn không tính.',
      source: register,
      span: 'day',
      columns: productColumns,
      rows: (db, { today }) => inState(db, today, 'certified'),
    },
    {
      id: 'term-unknown',
      name: 'Sản phẩm không rõ thời hạn giấy',
      unit: 'sản phẩm',
      definition: 'Nguồn công khai không ghi ngày quyết định nên không tính được ngày hết hạn.',
      source: register,
      span: 'day',
      columns: productColumns,
      rows: (db, { today }) => inState(db, today, 'undated'),
    },
    {
      id: 'expired',
      name: 'Sản phẩm có giấy đã hết hạn',
      unit: 'sản phẩm',
      definition: 'Ngày cuối trên giấy đã qua và chưa có giấy mới.',
      source: register,
      span: 'day',
      columns: productColumns,
      rows: (db, { today }) => inState(db, today, 'expired'),
    },
    {
      id: 'expiring',
      name: `Giấy chứng nhận hết hạn trong ${opens} ngày tới`,
      unit: 'giấy',
      definition: `Còn hiệu lực hôm nay và hết hạn trong vòng ${opens} ngày: gồm giấy trong cửa sổ nộp, giấy quá cửa sổ và giấy đã nộp đánh giá lại.`,
      source: register,
      span: 'day',
      columns: renewalColumns,
      rows: (db, { today }) => ending(db, today),
    },
    {
      id: 'renewal-in-window',
      name: 'Giấy trong cửa sổ nộp đánh giá lại',
      unit: 'giấy',
      definition: `Hết hạn sau ${closes}–${opens} ngày nữa và chưa nộp hồ sơ đánh giá lại: đang trong thời gian phải nộp (${legal(law.windowRule)}).`,
      source: register,
      span: 'day',
      columns: renewalColumns,
      rows: (db, { today }) => ending(db, today, 'in-window'),
    },
    {
      id: 'renewal-late',
      name: 'Giấy quá cửa sổ, chưa nộp đánh giá lại',
      unit: 'giấy',
      definition: `Còn hiệu lực nhưng hết hạn trong chưa đầy ${closes} ngày và chưa nộp hồ sơ đánh giá lại: đã quá hạn nộp (${legal(law.windowRule)}).`,
      source: register,
      span: 'day',
      columns: renewalColumns,
      rows: (db, { today }) => ending(db, today, 'late'),
    },
    {
      id: 'renewal-under-way',
      name: 'Giấy sắp hết hạn đã nộp đánh giá lại',
      unit: 'giấy',
      definition: `Hết hạn trong vòng ${opens} ngày, hồ sơ đánh giá lại đã nộp và chưa có kết quả.`,
      source: register,
      span: 'day',
      columns: renewalColumns,
      rows: (db, { today }) => ending(db, today, 'under-way'),
    },
    {
      id: 'potential-five',
      name: 'Sản phẩm tiềm năng 5 sao',
      unit: 'sản phẩm',
      definition: 'Đạt từ 90 điểm ở tỉnh, chờ kết quả của Bộ và không mang hạng nào khác: đúng như sổ công khai đếm.',
      source: register,
      span: 'day',
      columns: productColumns,
      rows: async (db) => (await selectRegister(db)).filter((row) => row.rank === 'potential-five'),
    },
    {
      id: 'awaiting-ministry',
      name: 'Sản phẩm có hạng, đang chờ Bộ xét 5 sao',
      unit: 'sản phẩm',
      definition: 'Đếm theo hạng đang có (3 hoặc 4 sao), không đếm vào tiềm năng 5 sao.',
      source: register,
      span: 'day',
      columns: productColumns,
      rows: async (db) => (await selectRegister(db)).filter((row) => row.potentialFive && row.rank !== 'potential-five'),
    },
    {
      id: 'producers',
      name: 'Chủ thể có sản phẩm trong sổ đăng ký',
      unit: 'chủ thể',
      definition: 'Mỗi chủ thể tính một lần.',
      source: register,
      span: 'day',
      columns: [
        text('producerName', 'Chủ thể'),
        text('producerKind', 'Loại hình'),
        text('communeName', 'Xã, phường'),
        number('products', 'Sản phẩm'),
      ],
      rows: (db) => selectProducers(db),
    },
    {
      id: 'recognised-first',
      name: 'Sản phẩm công nhận lần đầu trong kỳ',
      unit: 'sản phẩm',
      definition: 'Giấy chứng nhận đầu tiên của sản phẩm có ngày cấp trong kỳ; nơi nguồn chỉ ghi năm thì tính khi cả năm nằm trong kỳ.',
      source: register,
      span: 'period',
      columns: certificateColumns,
      rows: async (db, window) => (await selectCertificates(db, window)).filter((row) => row.isFirst),
    },
    {
      id: 'recognised-again',
      name: 'Sản phẩm công nhận lại trong kỳ',
      unit: 'sản phẩm',
      definition: 'Giấy chứng nhận thứ hai trở đi của một sản phẩm, cấp trong kỳ.',
      source: register,
      span: 'period',
      columns: certificateColumns,
      rows: async (db, window) => (await selectCertificates(db, window)).filter((row) => !row.isFirst),
    },
    {
      id: 'upgraded',
      name: 'Sản phẩm nâng hạng trong kỳ',
      unit: 'sản phẩm',
      definition: 'Công nhận lại với số sao cao hơn lần trước.',
      source: register,
      span: 'period',
      columns: certificateColumns,
      rows: async (db, window) =>
        (await selectCertificates(db, window)).filter(
          ({ stars, starsBefore }) => stars !== null && starsBefore !== null && stars > starsBefore,
        ),
    },
    {
      id: 'withdrawn',
      name: 'Giấy chứng nhận bị thu hồi trong kỳ',
      unit: 'giấy',
      definition: 'Có quyết định thu hồi với ngày trong kỳ.',
      source: register,
      span: 'period',
      columns: certificateColumns,
      rows: (db, window) => selectCertificates(db, window, 'withdrawn'),
    },
    {
      id: 'dossiers-filed',
      name: 'Hồ sơ nộp trong kỳ',
      unit: 'hồ sơ',
      definition: 'Ngày chủ thể nộp lần đầu nằm trong kỳ.',
      source: 'Hồ sơ điện tử trên nền tảng',
      span: 'period',
      columns: dossierColumns,
      rows: async (db, { from, to }) =>
        (await selectDossiers(db)).filter(({ submittedOn }) => submittedOn !== null && submittedOn >= from && submittedOn <= to),
    },
    {
      id: 'dossiers-open',
      name: 'Hồ sơ đang xử lý',
      unit: 'hồ sơ',
      definition: 'Đã nộp và chưa có kết quả cuối cùng.',
      source: 'Hồ sơ điện tử trên nền tảng',
      span: 'day',
      columns: dossierColumns,
      rows: async (db) => (await selectDossiers(db)).filter((row) => isUnderWay(row.status)),
    },
    {
      id: 'dossiers-late',
      name: 'Hồ sơ quá hạn ở xã',
      unit: 'hồ sơ',
      definition: 'Đang chờ xã và đã qua hạn làm việc của xã.',
      source: 'Hồ sơ điện tử trên nền tảng',
      span: 'day',
      columns: dossierColumns,
      rows: async (db, { today }) =>
        (await selectDossiers(db)).filter(({ status, dueOn }) => isLateAtCommune({ status, communeDueOn: dueOn }, today)),
    },
    {
      id: 'lots',
      name: 'Lô hàng mở trong kỳ',
      unit: 'lô',
      definition: 'Lô hàng chủ thể mở trên nền tảng, ngày sản xuất trong kỳ.',
      source: 'Nhật ký truy xuất',
      span: 'period',
      columns: [
        text('productName', 'Sản phẩm'),
        text('number', 'Số lô'),
        date('madeOn', 'Ngày sản xuất'),
        number('quantity', 'Số lượng'),
        text('unit', 'Đơn vị'),
        number('labels', 'Tem'),
      ],
      rows: (db, window) => selectLots(db, window),
    },
    {
      id: 'labels',
      name: 'Tem in cho các lô của kỳ',
      unit: 'tem',
      definition: 'Số tem đã in cho các lô có ngày sản xuất trong kỳ.',
      source: 'Nhật ký truy xuất',
      span: 'period',
      measure: 'labels',
      columns: [text('productName', 'Sản phẩm'), text('number', 'Số lô'), number('labels', 'Tem')],
      rows: (db, window) => selectLots(db, window),
    },
    {
      id: 'scans',
      name: 'Lượt quét tem trong kỳ',
      unit: 'lượt',
      definition: 'Số lần mở trang truy xuất bằng mã, không ghi ai quét.',
      source: 'Trang truy xuất',
      span: 'period',
      measure: 'count',
      columns: [text('productName', 'Sản phẩm'), text('code', 'Mã'), date('day', 'Ngày'), number('count', 'Lượt')],
      rows: (db, window) => selectScans(db, window),
    },
    {
      id: 'doubts-open',
      name: 'Phản ánh nghi ngờ chưa trả lời',
      unit: 'phản ánh',
      definition: 'Người mua báo khi quét tem, cơ quan chưa đóng.',
      source: 'Trang truy xuất',
      span: 'day',
      columns: [text('caseCode', 'Mã phản ánh'), text('productName', 'Sản phẩm'), text('code', 'Mã tem'), date('on', 'Ngày')],
      rows: async (db) => (await selectDoubts(db)).filter((row) => row.status !== 'closed'),
    },
    {
      id: 'sales',
      name: 'Doanh số đã nhận tiền trong kỳ',
      unit: 'đồng',
      definition: 'Tiền người bán xác nhận đã nhận, trừ tiền trả lại, của đơn đặt trong kỳ. Nền tảng không giữ tiền.',
      source: 'Đơn hàng trên nền tảng',
      span: 'period',
      measure: 'receivedVnd',
      columns: [
        text('code', 'Mã đơn'),
        text('producerName', 'Người bán'),
        date('on', 'Ngày đặt'),
        money('totalVnd', 'Giá trị đơn'),
        money('receivedVnd', 'Đã nhận'),
      ],
      rows: async (db, window) => (await selectSales(db, window)).filter((row) => row.receivedVnd > 0),
    },
  ]
}
