import { fieldWords } from './forms.ts'

/** What the list of a producer's dossiers says. */
export const dossierListPage = {
  title: 'Hồ sơ OCOP',
  lead: 'Đăng ký sản phẩm, tự chấm, nộp lên xã và theo dõi đến khi có sao.',
  newDossier: 'Làm hồ sơ mới',
  noProducer: 'Chưa có thông tin cơ sở của bạn',
  describeProducerFirst: 'Trước khi làm hồ sơ, hãy khai tên cơ sở, loại hình và xã nơi sản xuất. Mất khoảng hai phút.',
  describeProducer: 'Khai thông tin cơ sở',
  noDossier: 'Chưa có hồ sơ nào',
  chooseProduct: (producer: string) => `Chọn một sản phẩm của ${producer} để bắt đầu. Có thể làm dần, phần đã lưu còn nguyên.`,
  firstDossier: 'Làm hồ sơ đầu tiên',
  product: 'Sản phẩm',
  status: 'Đang ở',
  anyStatus: 'Mọi bước',
  lastEdited: 'Sửa lần cuối',
} as const

/** What the two steps to a new dossier say. */
export const newDossierPage = {
  title: 'Làm hồ sơ mới',
  whichKind: 'Đăng ký loại nào?',
  start: 'Bắt đầu hồ sơ',
  whichProduct: 'Bạn làm ra sản phẩm gì?',
  whichProductLead: 'Gõ tên món như ở nhà vẫn gọi, có dấu hay không dấu đều được.',
  ownProducts: 'Sản phẩm đã có của bạn',
  dossierForProduct: 'Làm hồ sơ cho sản phẩm này',
  orNewProduct: 'Hoặc thêm sản phẩm mới',
  search: 'Tìm bộ sản phẩm',
  searchHint: 'Ví dụ: kẹo dừa, mắm, chiếu cói, mật hoa dừa.',
  find: 'Tìm',
  nothingFound: (query: string, sets: number) =>
    `Chưa thấy bộ nào khớp “${query}”. Hãy xem cả ${sets} bộ dưới đây và chọn bộ gần nhất; cán bộ xã sẽ kiểm lại giúp bạn.`,
  productName: fieldWords.registration.productName.label,
  productNameHint: fieldWords.registration.productName.hint,
  setsFor: (query: string) => `Bộ sản phẩm hợp với “${query}”`,
  chooseSet: (sets: number) => `Chọn một trong ${sets} bộ sản phẩm`,
  setHint: 'Bộ sản phẩm quyết định tiêu chí chấm điểm.',
  setExamples: (plain: string, examples: readonly string[]) => `${plain} Ví dụ: ${examples.join(', ')}.`,
  allSets: (sets: number) => `Không phải các bộ này? Xem cả ${sets} bộ`,
  description: 'Mô tả ngắn',
  netContent: 'Quy cách',
  netContentHint: 'Ví dụ: 500 g, hũ 250 ml.',
  saveProduct: 'Lưu sản phẩm, sang bước sau',
} as const

/** What the page of one dossier says to its producer. */
export const dossierPage = {
  codeWithin: 'mã hồ sơ',
  readers: 'Ai đã xem hồ sơ của tôi',
  readersAbout: (days: number) => `Trong ${days} ngày qua, người ngoài cơ sở của bạn đã mở hồ sơ này hoặc giấy tờ trong hồ sơ.`,
  readerLast: (when: string) => `lần gần nhất ${when}`,
  readerWithoutRole: 'Người không còn giữ vai trò',
  noReaders: 'Chưa có ai.',
  criteriaAnswered: (answered: number, all: number) => `${answered}/${all} tiêu chí`,
  papersAttached: (count: number) => `${count} giấy`,
  worthALook: (count: number) => `${count} điều nên xem lại`,
  result: 'Điểm từng tiêu chí và nhận xét của Hội đồng',
  communeAnswers: (due: string) => `Xã trả lời: ${due}.`,
  receipt: 'Biên nhận',
  askedBy: (name: string, when: string) => `${name} yêu cầu bổ sung ngày ${when}`,
  mended: 'đã sửa',
  parts: 'Các phần của hồ sơ',
  partsDone: (done: number, all: number) => `Đã xong ${done}/${all} phần`,
  savedAt: (when: string) => `· đã lưu lúc ${when}`,
  carriedFrom: (when: string) => `Đã chép từ hồ sơ trước của sản phẩm này (${when})`,
  carriedNext: 'Mở từng phần, sửa chỗ đã đổi rồi lưu. Phần chưa mở chưa tính là xong; giấy đã hết hạn phải thay.',
  checkAndSubmit: 'Kiểm tra lại và nộp',
  seeWhatIsMissing: 'Xem còn thiếu gì',
  papersToPrint: 'Giấy in',
  withdraw: 'Rút hồ sơ này',
} as const

/** What a plain part of the form says. */
export const sectionPage = {
  asked: 'Phần này được yêu cầu bổ sung',
  samples: (count: number) => `(${count} mẫu)`,
  currency: 'đồng',
  doNotSave: 'Không lưu',
} as const

/** What the pages of self-scoring say. */
export const scoringPage = {
  lead: (part: string, partName: string, max: number) => `Phần ${part}: ${partName.toLocaleLowerCase('vi')} · tối đa ${max} điểm`,
  sections: 'Các mục tự chấm',
  complete: 'đủ',
  left: (count: number) => `còn ${count}`,
  asked: 'Tiêu chí này được yêu cầu bổ sung',
  notYet: (dependsOn: string | null) => `Chưa phải trả lời: chỉ chấm khi tiêu chí ${dependsOn ?? ''} có điểm.`,
  atMost: (points: number) => `Tối đa ${points} điểm.`,
  noneOfThese: 'Không đạt mức nào ở trên',
  minimumFor: (stars: number) => `tối thiểu cho ${stars} sao`,
  why: 'Vì sao chọn mức này',
  optional: '(không bắt buộc)',
  reasonAt: (criterion: string) => `Lý do ở tiêu chí ${criterion}`,
  reasonHint: 'Nói ngắn: số liệu nào, giấy nào cho thấy điều đó.',
  changePapers: 'Thêm hoặc bỏ minh chứng',
  attachPapers: 'Gắn minh chứng',
  usually: (papers: readonly string[]) => `thường là: ${papers.map((name) => name.toLocaleLowerCase('vi')).join('; ')}`,
  next: 'Mục sau',
  finish: 'Xong, về danh sách',
  previous: 'Trước',
  previousSection: 'Mục trước',
  saving: 'Đang lưu…',
  saved: (when: string) => `Đã lưu ${when}`,
} as const

/** What the last page before the filing says. */
export const checkPage = {
  title: (product: string) => `Kiểm tra và nộp · ${product}`,
  headingMissing: 'Còn thiếu trước khi nộp',
  heading: 'Kiểm tra lại và nộp',
  missing: (count: number) => `Còn ${count} chỗ phải làm. Bấm vào từng dòng để tới nơi.`,
  change: 'Sửa',
  choice: (points: string, option: string, reason: string | null) => `${points} · ${option}${reason ? `\nLý do: ${reason}` : ''}`,
  declaration: 'Cam đoan',
  declare: 'Tôi cam đoan những nội dung trong hồ sơ là đúng sự thật và chịu trách nhiệm trước pháp luật. Hồ sơ giả mạo sẽ bị loại.',
  supplement: 'Gửi bổ sung cho tỉnh',
  submitTo: (commune: string) => `Nộp lên ${commune}`,
  afterwards: 'Nộp rồi thì không sửa được, trừ khi được yêu cầu bổ sung.',
} as const
