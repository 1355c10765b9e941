import { amountOf } from '@dacsan/modules/recall/words'
import { formatDate } from '@dacsan/vietnam'

const listed = (names: readonly string[], most = 6) =>
  names.length > most ? `${names.slice(0, most).join(', ')} và ${names.length - most} nơi khác` : names.join(', ')

/** What the step before an act says that cannot be taken back. */
export const confirmWords = {
  title: (act: string) => `${act}?`,
  follows: 'Việc này sẽ',
  final: 'Không hoàn tác được.',
  cancel: 'Không làm, quay lại',
  stale: 'Từ lúc bạn mở trang, số liệu đã đổi. Hãy đọc lại rồi quyết định.',

  dossierEnds: (product: string, producer: string) => `kết thúc hồ sơ ${product} của ${producer} và báo cho chủ thể`,
  onGround: (ground: string) => `căn cứ: ${ground}`,
  saysWhy: (reason: string) => `nêu lý do: “${reason}”`,

  appealAnswered: (number: string, signedOn: string) => `ghi văn bản trả lời số ${number}, ký ngày ${formatDate(signedOn)}`,
  appealGranted: {
    result: 'đưa hồ sơ ra Hội đồng lần hai, trong đợt đang mở; giấy đang có còn hiệu lực tới khi có quyết định mới',
    refusal: 'trả hồ sơ về nơi đã không nhận để xét lại',
  },

  sessionCloses: (dossiers: number, scorers: number) => `kết thúc phiên họp với ${dossiers} hồ sơ, ${scorers} người chấm có mặt`,
  sessionCancelled: (heldOn: string, dossiers: number) =>
    `hủy phiên họp ngày ${formatDate(heldOn)} với ${dossiers} hồ sơ, báo cho thành viên và chủ thể`,
  opinionsClose: (dossiers: number, answered: number) =>
    `kết thúc việc lấy ý kiến bằng văn bản về ${dossiers} hồ sơ, ${answered} thành viên đã trả lời`,
  opinionsConclude: 'tính điểm và xếp hạng hồ sơ có ý kiến thống nhất',
  opinionsMeet: 'để hồ sơ có ý kiến khác nhau hoặc phức tạp chờ một phiên họp',
  opinionsSheets: 'khóa mọi phiếu; phiếu của hồ sơ chờ họp không ai đọc và không tính khi họp',
  opinionsCancelled: (until: string, dossiers: number) =>
    `hủy việc lấy ý kiến đến ngày ${formatDate(until)} về ${dossiers} hồ sơ, báo cho thành viên`,
  sessionWaits: (names: readonly string[]) => `để các hồ sơ chờ phiên khác: ${listed(names)}`,
  sessionProducts: (names: readonly string[]) => `tính điểm và xếp hạng: ${listed(names)}`,
  sessionSheets: 'khóa mọi phiếu chấm; từ đó kết quả từng phiếu hiện cho Hội đồng và cơ quan tham mưu',

  decisionNumber: (number: string, signedOn: string) => `ghi quyết định số ${number}, ký ngày ${formatDate(signedOn)}`,
  recognised: (stars: string, names: readonly string[]) =>
    `cấp giấy chứng nhận ${stars} sao cho ${names.length} sản phẩm: ${listed(names)}`,
  potentialFive: (names: readonly string[]) => `chuyển Bộ xem xét 5 sao ${names.length} sản phẩm: ${listed(names)}`,
  notRecognised: (names: readonly string[]) => `không công nhận ${names.length} sản phẩm: ${listed(names)}`,
  producersTold: (names: readonly string[]) => `báo cho ${names.length} chủ thể và xã của họ: ${listed(names)}`,
  registerChanges: 'đổi sổ sản phẩm và trang công khai ngay',

  ministryAnswers: (grant: string, names: readonly string[]) => `ghi “${grant}” cho ${names.length} sản phẩm: ${listed(names)}`,

  certificateWithdrawn: (number: string | null, product: string, producer: string) =>
    `thu hồi giấy ${number === null ? '' : `${number} `}của ${product}, ${producer}`,
  certificateCorrected: (number: string | null, names: string) => `cấp giấy mới${number === null ? '' : ` cùng số ${number}`}: ${names}`,
  certificateFollowed: (names: string) => `ghi giấy đang dùng (${names}) là đã được thay; bản điện tử của nó cũng báo như vậy`,
  certificateScan: 'đổi sổ và trang tra giấy thành “Đã thu hồi”; hàng của sản phẩm này ngừng bán',

  importRows: (fresh: number, changed: number, known: number) =>
    `đưa vào sổ ${fresh} dòng mới, đổi ${changed} dòng, giữ nguyên ${known} dòng`,
  importDoubts: (ticked: number, left: number) => `nhận ${ticked} dòng còn nghi vấn, bỏ ${left} dòng không đánh dấu`,

  lotRecalled: (number: string, product: string, quantity: number, unit: string) => `thu hồi lô ${number}, ${quantity} ${unit} ${product}`,
  lotLabels: 'báo “Đừng dùng” cho mọi người quét tem của lô, ngừng bán ở mọi nơi',
  lotOrders: (orders: number, buyers: number) => `hủy đơn chưa giao và báo ${buyers} người mua của ${orders} đơn`,
  recallAuthority: 'báo cơ quan quản lý: đồng hồ thời hạn quyết định bắt đầu chạy',
  recallClosed: (code: string) => `kết thúc đợt thu hồi ${code}, không ghi sổ thêm được`,
  recallGoods: ({ unit, made, notReturned, gone }: { unit: string; made: number; notReturned: number; gone: number }) =>
    `làm ra ${amountOf(made, unit)}: đã bán chưa trả ${amountOf(notReturned)}, đã xử lý ${amountOf(gone)}`,
  recallRest: ({ unit, missing, inHand }: { unit: string; missing: number; inHand: number }) =>
    `còn ${amountOf(missing, unit)} chưa rõ ở đâu, ${amountOf(inHand, unit)} còn giữ chưa xử lý`,

  newsWithdrawn: (title: string) => `gỡ tin “${title}” khỏi trang công khai, RSS và các trang có nhắc tin`,
  newsSays: (reason: string) => `ghi ở địa chỉ của tin ngày gỡ và lý do: “${reason}”`,
  newsAnswered: (code: string, isGranted: boolean) =>
    isGranted ? `trả lời đề nghị ${code}: tin sai và sẽ được đính chính` : `trả lời đề nghị ${code}: giữ tin như đã đăng`,
  markUseEnded: (product: string, mark: string) => `từ hôm nay ${product} không còn được dùng nhãn hiệu ${mark}; phiếu đã in báo là đã hết`,
  markUseSays: (reason: string) => `lý do: “${reason}”`,
  misuseAnswered: (code: string) => `đóng tin báo ${code}; người báo đọc câu trả lời bằng mã số`,
  misuseForgets: 'xóa cách liên hệ của người báo',
  fairAllotted: (name: string, allotted: number, stands: number) => `phân ${allotted} gian trong ${stands} gian của ${name}`,
  fairOthers: (waiting: number, refused: number) => `đưa ${waiting} cơ sở vào danh sách chờ, ${refused} cơ sở không đủ điều kiện`,
  fairPublished: 'công bố danh sách với điểm và lý do của từng cơ sở; danh sách đã công bố không sửa được',
  classCertified: (name: string, count: number, decision: string) =>
    `cấp ${count} giấy chứng nhận của lớp ${name} theo quyết định ${decision}`,
  classCertificatesStay: 'giấy đã cấp không sửa được; ai có mã cũng đọc được bản gốc',
  classAccepted: (name: string, number: string, sum: string) => `nghiệm thu lớp ${name} theo ${number}, tổng chi ${sum}`,
  classFileCloses: 'điểm danh, kết quả, chi phí của lớp không sửa được nữa',
  contestPublished: (name: string, prizes: number, entries: number) => `công bố ${prizes} giải cho ${entries} bài của ${name}`,
  contestShown: 'hiện điểm, ảnh của từng bài và tên của người đã đồng ý; kết quả đã công bố không sửa được',
  contestTold: 'báo cho mọi người dự thi',
  sheetHandedIn: (name: string, marked: number, conflicts: number) =>
    `nộp phiếu chấm ${name}: ${marked} bài có điểm, ${conflicts} bài có liên quan không chấm`,
  sheetFinal: 'phiếu đã nộp không sửa, không rút được',
  fairTerms: 'bắt đầu tính hạn xác nhận gian và hạn khiếu nại',

  doubtAnswered: (code: string, product: string) => `đóng phản ánh ${code} về ${product}; người báo đọc được câu trả lời bằng mã`,
  doubtSays: (answer: string) => `trả lời: “${answer}”`,

  yearPlanIssued: (year: number, number: string, on: string) =>
    `ban hành kế hoạch năm ${year} theo văn bản ${number}, ngày ${formatDate(on)}`,
  yearPlanWants: (products: number, renewals: number) => `đặt mục tiêu ${products} sản phẩm mới, đánh giá lại ${renewals} sản phẩm`,
  yearPlanShown: (communes: readonly string[]) => `cho ${communes.length} xã, phường thấy chỉ tiêu của mình: ${listed(communes)}`,
  yearPlanClosed: 'khóa bản này; muốn đổi thì lập lần điều chỉnh',

  planApproved: (number: string, on: string) => `phê duyệt kế hoạch hậu kiểm theo văn bản ${number}, ngày ${formatDate(on)}`,
  planVisits: (names: readonly string[]) => `lập ${names.length} cuộc hậu kiểm: ${listed(names)}`,
  planClosed: 'khóa danh sách; thêm nữa thì lập hậu kiểm đột xuất',

  inspectionCloses: (code: string, product: string) => `chốt biên bản ${code} của ${product}; phiếu, ảnh, lỗi không sửa được nữa`,
  inspectionTells: (producer: string, findings: number) =>
    findings === 0 ? `báo cho ${producer} là không có lỗi` : `báo cho ${producer} ${findings} lỗi phải khắc phục`,

  ruleReplaces: (title: string, before: string, after: string, from: string) =>
    `đổi “${title}” từ ${before} thành ${after}, từ ngày ${formatDate(from)}`,
  ruleTakenBack: (title: string, value: string) => `thu lại giá trị ${value} của “${title}”; giá trị trước đó có hiệu lực lại`,
  ruleNone: 'chưa có',
  ruleEverywhere: 'áp dụng cho mọi hồ sơ, hạn và phép tính từ ngày đó; bản đã công bố không sửa được',

  erases: (code: string, person: string) => `thực hiện yêu cầu ${code} của ${person}`,
  erasesAll: 'xóa mọi dữ liệu của người này mà không luật nào buộc giữ',
  erasesStays: (what: string, rows: number) => `giữ lại ${what}: ${rows} dòng`,
  erasesAnswer: 'gửi câu trả lời cho người yêu cầu',

  roleEnds: (role: string, person: string, organisation: string) => `thôi vai trò ${role} của ${person} ở ${organisation}`,
  roleLast: 'người này không còn vai trò nào và không vào được phần việc của đơn vị nữa',
  roleOthers: (count: number) => `người này còn ${count} vai trò khác`,
  roleNow: 'có hiệu lực ngay ở lần bấm tiếp theo của người đó; muốn có lại thì phải giao lại',

  roundCloses: (name: string, dossiers: number) => `kết thúc ${name} với ${dossiers} hồ sơ; không nhận thêm hồ sơ hay phiên họp`,
} as const
