import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { points } from '../../papers/words.ts'
import type { SampleMove, SamplePlace, TestSide } from '../rules.ts'

/** What the forms ask for where something was left out or cannot be read. */
export const preparationInputWords = {
  day: 'Ghi ngày theo dạng ngày/tháng/năm.',
  place: 'Ghi nơi.',
  sampleMove: 'Chọn việc.',
  pieces: 'Ghi số mẫu, từ 1 trở lên.',
  visitors: 'Ghi ai đi.',
  findings: 'Ghi điều đã thấy.',
  indicator: 'Ghi chỉ tiêu cần kiểm nghiệm.',
  testReason: 'Ghi vì sao cần kiểm nghiệm.',
  askedOf: 'Chọn ai nộp kết quả.',
  laboratory: 'Ghi tên phòng thử nghiệm.',
  result: 'Ghi kết quả.',
  several: 'Chọn ít nhất một hồ sơ.',
  adviser: 'Chọn người viết báo cáo.',
  checked: 'Hãy xác nhận đã kiểm đủ thành phần của từng hồ sơ.',
} as const

export const samplePlaceWords = {
  office: 'cơ quan tỉnh',
  council: 'Hội đồng',
  laboratory: 'phòng thử nghiệm',
} as const satisfies Record<SamplePlace, string>

export const sampleMoveWords = {
  receive: 'Nhận mẫu',
  'to-council': 'Chuyển cho Hội đồng',
  'to-laboratory': 'Chuyển phòng thử nghiệm',
  'back-from-council': 'Hội đồng trả về cơ quan tỉnh',
  'back-from-laboratory': 'Phòng thử nghiệm trả về cơ quan tỉnh',
  'used-by-council': 'Hội đồng đã dùng hết',
  'used-by-laboratory': 'Phòng thử nghiệm đã dùng hết',
  'hand-back': 'Trả lại chủ thể',
} as const satisfies Record<SampleMove, string>

export const testSideWords = { producer: 'Chủ thể', adviser: 'Tổ tư vấn' } as const satisfies Record<TestSide, string>

/** How many of the samples that the set asks for are there. */
export const saySamples = (received: number, required: number): string =>
  required === 0 ? 'Bộ này không cần mẫu' : `Đã nhận ${received}/${required} mẫu`

/** What the page says on which a dossier is made ready for the council. */
export const preparationPage = {
  title: 'Mẫu, khảo sát, kiểm nghiệm',
  titleOf: (product: string) => `${product} · Mẫu, khảo sát, kiểm nghiệm`,
  lead: 'Việc làm trước khi hồ sơ ra Hội đồng. Hội đồng đọc kết quả khảo sát và kiểm nghiệm cùng báo cáo Tổ tư vấn.',
  samples: 'Mẫu sản phẩm',
  noSamples: 'Bộ tiêu chí này không yêu cầu mẫu.',
  held: ({ office, council, laboratory }: Record<SamplePlace, number>) =>
    `Đang ở cơ quan tỉnh ${office}, Hội đồng ${council}, phòng thử nghiệm ${laboratory}.`,
  ended: (used: number, handedBack: number) => `Đã dùng ${used}, đã trả chủ thể ${handedBack}.`,
  movement: (what: SampleMove, pieces: number, movedOn: PlainDate, place: string) =>
    `${formatDate(movedOn)}: ${sampleMoveWords[what]}, ${pieces} mẫu, ${place}`,
  recordedBy: (name: string) => `người ghi: ${name}`,
  noMovements: 'Sổ mẫu chưa có dòng nào.',
  addMovement: 'Ghi thêm vào sổ mẫu',
  what: 'Việc',
  chooseWhat: 'Chọn việc',
  pieces: 'Số mẫu',
  day: 'Ngày',
  samplePlace: 'Nơi nhận hoặc nơi để mẫu',
  condition: 'Tình trạng mẫu',
  conditionHint: 'Bao bì, nhãn, hạn dùng, nhiệt độ.',
  record: 'Ghi vào sổ',
  neverErased: 'Dòng đã ghi không xóa được; ghi nhầm thì ghi thêm một dòng ngược lại.',
  visits: 'Khảo sát thực địa',
  visitNeeded: 'Bộ này phải khảo sát thực địa trước khi nộp báo cáo.',
  noVisits: 'Chưa lên lịch khảo sát nào.',
  visit: (plannedOn: PlainDate, visitors: string) => `Dự kiến ngày ${formatDate(plannedOn)}, ${visitors}`,
  visited: (visitedOn: PlainDate, place: string) => `Khảo sát ngày ${formatDate(visitedOn)} tại ${place}`,
  photo: (at: number, visitedOn: PlainDate, place: string) => `Ảnh ${at}, ngày ${formatDate(visitedOn)}, ${place}`,
  planVisit: 'Lên lịch khảo sát',
  plannedOn: 'Ngày dự kiến',
  visitors: 'Ai đi',
  plan: 'Lên lịch',
  reportVisit: 'Ghi kết quả khảo sát này',
  visitedOn: 'Ngày khảo sát',
  visitPlace: 'Nơi khảo sát',
  findings: 'Đã thấy gì',
  photos: 'Ảnh chụp tại chỗ',
  photosHint: 'Chọn được nhiều ảnh; ảnh mang ngày và nơi khảo sát.',
  saveVisit: 'Lưu kết quả khảo sát',
  tests: 'Kiểm nghiệm bổ sung',
  noTests: 'Chưa yêu cầu kiểm nghiệm nào.',
  test: (indicator: string, criterion: string) => (criterion === '' ? indicator : `${indicator} (tiêu chí ${criterion})`),
  askedTest: (side: TestSide, dueOn: PlainDate, late: boolean) =>
    `${testSideWords[side]} nộp trước hết ngày ${formatDate(dueOn)}${late ? ', đã quá hạn' : ''}`,
  reportWaits: 'báo cáo chờ kết quả này',
  testReason: 'Vì sao cần',
  tested: (laboratory: string, testedOn: PlainDate) => `${laboratory}, ngày ${formatDate(testedOn)}`,
  askTest: 'Yêu cầu thêm kiểm nghiệm',
  criterion: 'Tiêu chí',
  wholeProduct: 'Cả sản phẩm',
  indicator: 'Chỉ tiêu',
  indicatorHint: 'Ví dụ: hàm lượng chì, vi sinh vật hiếu khí.',
  askedOf: 'Ai nộp kết quả',
  dueOn: 'Hạn nộp',
  waits: 'Báo cáo Tổ tư vấn chờ kết quả này',
  ask: 'Yêu cầu',
  answerTest: 'Nộp kết quả này',
  laboratory: 'Phòng thử nghiệm',
  result: 'Kết quả',
  testedOn: 'Ngày của phiếu kết quả',
  file: 'Phiếu kết quả',
  fileHint: 'Ảnh chụp hoặc tệp PDF.',
  answer: 'Nộp kết quả',
} as const

/** What the producer's own page of tests says. */
export const ownTestsPage = {
  title: 'Kiểm nghiệm bổ sung',
  lead: 'Tổ tư vấn cần các kết quả này để thẩm định hồ sơ. Gửi mẫu tới phòng thử nghiệm được công nhận, rồi chụp phiếu kết quả và nộp ở đây.',
  none: 'Không có yêu cầu kiểm nghiệm nào.',
  asked: (waiting: number) => `Tỉnh yêu cầu ${waiting} kết quả kiểm nghiệm`,
  open: 'Xem và nộp kết quả',
} as const

/** What the page says on which the advisory group gives its own marks. */
export const preScorePage = {
  title: 'Chấm sơ bộ',
  titleOf: (product: string) => `${product} · Chấm sơ bộ`,
  lead: 'Điểm của Tổ tư vấn không được tính vào kết quả. Hội đồng đọc tên các tiêu chí chưa đạt mức tối thiểu; điểm chỉ mở cho thành viên sau khi phiên họp kết thúc.',
  open: 'Chấm sơ bộ theo tiêu chí',
  read: 'Xem điểm sơ bộ',
  save: 'Lưu điểm sơ bộ',
  saved: (marked: number, all: number) => `Đã lưu. Đã chấm ${marked}/${all} tiêu chí.`,
  total: (total: string, stars: number) => `Điểm sơ bộ: ${points(total)}, ${stars} sao theo phiếu này`,
  missing: (codes: readonly string[]) => `Chưa chấm: ${codes.join(', ')}.`,
  failing: 'Điểm liệt: chưa đạt mức tối thiểu của 3 sao',
  held: 'Chưa đạt mức tối thiểu của hạng cao hơn',
  weak: 'Tiêu chí chưa đạt mức tối thiểu',
  noWeak: 'Không có tiêu chí nào dưới mức tối thiểu.',
  lower: (own: number, chosen: number) => `Chủ thể tự chấm ${chosen} điểm, Tổ tư vấn ${own} điểm`,
  fetchSheet: (format: string) => `Phiếu chấm sơ bộ (${format})`,
  notSaved: 'Chưa lưu được điểm sơ bộ',
} as const

/** A minimum that was missed, as the council reads it: never with a mark. */
export const sayWeakPoint = ({
  criterion,
  name,
  star,
  failing,
}: {
  criterion: string
  name: string
  star: number
  failing: boolean
}): string => `${criterion}. ${name}: ${failing ? 'điểm liệt, ' : ''}dưới mức tối thiểu của ${star} sao`
