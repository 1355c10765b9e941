/** What the queue of a commune says. */
export const communeQueuePage = {
  title: 'Hồ sơ của xã',
  search: 'Tra theo mã hồ sơ, sản phẩm, chủ thể',
  waiting: (count: number) => `Chờ xã xử lý: ${count}`,
  late: (count: number) => `${count} quá hạn`,
  nothingWaits: 'Không có hồ sơ nào đang chờ',
  newOnesHere: 'Hồ sơ mới nộp sẽ hiện ở đây, hồ sơ gần hạn nhất đứng đầu.',
  kind: 'Loại',
  producer: 'Chủ thể',
  due: 'Thời hạn',
  communeHas: (workingDays: number) => `Xã có ${workingDays} ngày làm việc cho mỗi hồ sơ; ngày nghỉ lễ không tính.`,
  tray: 'Xem',
  trays: { 'dang-cho': 'Chờ xã xử lý', 'da-qua': 'Đã qua tay xã' },
  both: 'Tất cả',
  anyStatus: 'Mọi bước',
  submittedAt: 'Nộp lúc',
  status: 'Đang ở',
} as const

/** What the page of a commune's review says. */
export const communeReviewPage = {
  title: (product: string) => `${product} · ${communeQueuePage.title}`,
  filedAt: (when: string) => `nộp ${when}`,
  returnedByProvince: 'Tỉnh chuyển lại, yêu cầu:',
  producersDossier: 'Hồ sơ của chủ thể',
  selfScore: (total: number) => `Tự chấm ${total} điểm. Bấm để xem từng phần.`,
  checkForm: '1. Kiểm thể thức và thành phần hồ sơ',
  samples: (count: number) => `Đủ ${count} mẫu sản phẩm`,
  passes: 'Đạt',
  fails: 'Chưa đạt',
  fourItems: '2. Bốn nội dung của Mẫu 03',
  reportReaders: 'Phần 2 và 3 vào báo cáo Mẫu 03: chủ thể, tỉnh và Hội đồng đọc được sau khi xã đề nghị.',
  producerSaysAbout: (item: string) => `Chủ thể khai về ${item.toLocaleLowerCase('vi')}`,
  producerSays: 'Chủ thể khai',
  producerSaysNothing: 'Không khai gì về nội dung này.',
  meeting: '3. Họp lấy ý kiến và kết luận',
  meetingOn: 'Ngày họp',
  saveReport: 'Lưu báo cáo',
  ask: 'Yêu cầu bổ sung',
  propose: 'Đề nghị lên tỉnh',
  missing: (count: number) => `Mẫu 03 còn ${count} mục chưa xong (tính theo bản đã lưu):`,
  complete: 'Mẫu 03 đã đủ. Sau khi đề nghị, báo cáo không sửa được nữa.',
  proposeToProvince: 'Đề nghị tỉnh đánh giá, phân hạng',
  report: 'Báo cáo của xã',
} as const

/** What the page says on which a commune does not propose a dossier. */
export const communeDeclinePage = {
  title: (product: string) => `Không đề nghị · ${product}`,
  heading: 'Không đề nghị hồ sơ',
  open: 'Không đề nghị',
  ends: 'Hồ sơ kết thúc ở đây',
  askInstead: 'Nếu còn sửa được thì hãy yêu cầu bổ sung. Chủ thể đọc lý do, có thể khiếu nại, và làm hồ sơ mới được.',
  reason: 'Vì sao xã không đề nghị',
  reasonHint: 'Ghi theo bốn nội dung của Mẫu 03 và ý kiến cuộc họp.',
  decline: 'Không đề nghị',
  doNot: 'Quay lại',
} as const

/** What the commune's request for a supplement says. */
export const communeReturnPage = {
  title: (product: string) => `${communeReviewPage.ask} · ${product}`,
  heading: communeReviewPage.ask,
  allAtOnce: 'Nêu mọi thiếu sót trong một lần, mỗi dòng một việc',
  producerSees: 'Chủ thể thấy từng dòng ngay tại chỗ phải sửa và chỉ nộp lại được khi đã sửa hết.',
  line: (number: number) => `Dòng ${number}`,
  place: 'Chỗ cần bổ sung',
  choosePlace: 'Chọn chỗ',
  what: 'Cần bổ sung gì',
  whyAgain: 'Vì sao phải yêu cầu thêm',
  whyAgainHint: (times: number) => `Xã đã yêu cầu bổ sung ${times} lần. Chủ thể đọc được lý do này.`,
  send: 'Gửi yêu cầu cho chủ thể',
  doNotSend: 'Không gửi',
} as const
