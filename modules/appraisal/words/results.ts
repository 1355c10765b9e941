import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { points } from '../../papers/words.ts'
import type { CouncilResult, Manner, OwnRecord } from '../rules.ts'
import { sayJudgedOn } from './sessions.ts'
import { sayStars } from './states.ts'

/** What the page of a session says about one result. */
export const resultWords = {
  stars: sayStars,
  points: 'điểm',
  averageOf: (sheets: number, totalPoints: number) => `Trung bình của ${sheets} phiếu, tổng ${totalPoints} điểm.`,
  criteria: (talked: number) => `Điểm từng tiêu chí${talked > 0 ? `, có nhận xét ở ${talked} tiêu chí` : ''}`,
  criteriaCaption: (product: string) => `Điểm trung bình từng tiêu chí của ${product}`,
} as const

/** What council and producer read of the points per criterion. */
export const criterionScoresWords = {
  criterion: 'Tiêu chí và nhận xét của Hội đồng',
  points: 'Điểm',
  saidBy: (comment: string, members: number) => (members === 1 ? comment : `${comment} (${members} thành viên)`),
} as const

/** The marks of a closed session under letters, on the page and in the workbook. */
export const marksWords = {
  title: (heldOn: PlainDate) => `Điểm từng tiêu chí, phiên họp ngày ${formatDate(heldOn)}`,
  open: 'Điểm từng tiêu chí theo phiếu',
  lettersHint: 'Mỗi chữ cái là một thành viên, giữ nguyên trong cả phiên họp; thứ tự chữ cái không theo chức danh.',
  noneHint: 'Ô trống: không chấm.',
  workbook: 'Tải bảng điểm (Excel)',
  package: 'Tải gói chấm điểm (JSON)',
  packageHint:
    'Gói chấm điểm có bộ tiêu chí, phiếu theo chữ cái, quy tắc và kết quả: chương trình docs/replay-scoring-package.mjs tính lại đúng số sao mà không cần nền tảng này.',
  caption: (product: string) => `Điểm từng tiêu chí của ${product}`,
  criterion: 'Tiêu chí',
  name: 'Nội dung',
  max: 'Tối đa',
  letter: (letter: string) => `Phiếu ${letter}`,
  average: 'Trung bình',
  total: 'Tổng điểm',
  mark: (points: number | null) => (points === null ? 'không chấm' : String(points)),
  none: '–',
  eliminated: 'Hội đồng loại hồ sơ: mọi phiếu tính 0 điểm.',
  rescored: 'Chấm lại sau khi mở lại phiếu',
  changedMark: ({
    letter,
    criterion,
    before,
    after,
    reason,
  }: {
    letter: string
    criterion: string
    before: string
    after: string
    reason: string
  }) => `Phiếu ${letter}, tiêu chí ${criterion}: ${before} → ${after}. ${reason}`,
  kept: (letter: string, reason: string) => `Phiếu ${letter} giữ nguyên điểm. ${reason}`,
  nothing: 'Phiên họp này không có hồ sơ nào được chấm.',
} as const

const apart = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' })
const width = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** What a member reads of how the own sheets lie to those of the council. */
export const ownRecordWords = {
  title: 'Điểm tôi đã chấm',
  lead: 'So với trung bình của Hội đồng, qua các phiên họp đã kết thúc. Chỉ Ông/Bà đọc được trang này.',
  bias: 'điểm so với trung bình',
  biasNote: 'Dấu + là chấm cao hơn Hội đồng, dấu − là thấp hơn',
  spread: 'điểm dao động giữa các sản phẩm',
  spreadNote: 'Độ lệch chuẩn của phần chênh; càng nhỏ, phần chênh càng đều',
  products: 'sản phẩm đã chấm',
  productsNote: 'Không kể hồ sơ bị loại và phiếu không được tính',
  apart: (points: number) => apart.format(points),
  width: (points: number | null) => (points === null ? '–' : width.format(points)),
  session: (heldOn: PlainDate) => `Phiên họp ngày ${formatDate(heldOn)}`,
  ofSession: ({ products, bias, spread }: OwnRecord) =>
    `${products} sản phẩm: chênh trung bình ${apart.format(bias)}${spread === null ? '' : `, dao động ${width.format(spread)}`} điểm.`,
  caption: (heldOn: PlainDate) => `Điểm của tôi ngày ${formatDate(heldOn)}`,
  product: 'Sản phẩm',
  own: 'Phiếu của tôi',
  average: 'Trung bình của Hội đồng',
  difference: 'Chênh',
  none: 'Chưa có phiếu nào của Ông/Bà được tính trong một phiên họp đã kết thúc.',
} as const

/** What council and producer read of why a result is what it is. */
export const resultReasons = {
  eliminated: 'Hội đồng loại hồ sơ',
  lacking: (stars: number) => `Đủ điểm ${sayStars(stars)} nhưng còn thiếu tiêu chí tối thiểu`,
  minimum: ({ criterion, name, required, got, star }: CouncilResult['unmet'][number]) =>
    `${criterion} ${name}: cần ${required}, đạt ${points(got.text)} (mức ${sayStars(star)})`,
  exact: (exact: string, total: string) =>
    `Điểm chính xác: ${exact}. Con số ${points(total)} là làm tròn để đọc; hạng sao tính theo con số chính xác.`,
  part: ({ code, average, max }: { code: string; average: { text: string }; max: number }) =>
    `Phần ${code}: ${points(average.text)}/${max}`,
} as const

/** What the council's result says to the producer. */
export const resultPage = {
  title: 'Kết quả chấm',
  heading: 'Kết quả chấm của Hội đồng',
  dossier: 'Hồ sơ',
  lead: ({ productName, setName, ...session }: { productName: string; setName: string; manner: Manner; heldOn: PlainDate }) =>
    `${productName}, ${setName}. ${sayJudgedOn(session)}.`,
  points: 'điểm',
  averagePoints: 'điểm trung bình của Hội đồng',
  outOfHundred: 'Trên 100 điểm',
  stars: 'sao',
  starsBy: 'hạng theo điểm và tiêu chí tối thiểu',
  criteria: 'Từng tiêu chí',
  criteriaAbout: 'Điểm là trung bình của các thành viên. Nhận xét không ghi tên người chấm.',
  criteriaCaption: 'Điểm trung bình từng tiêu chí',
  nothingYet: 'Chưa có kết quả',
  afterDecision: 'Kết quả hiện ở đây khi có quyết định.',
  toDossier: 'Về hồ sơ',
} as const
