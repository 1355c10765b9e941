/** What the receipt of a filing says. */
export const receiptPage = {
  title: (code: string) => `Biên nhận ${code}`,
  heading: 'Biên nhận hồ sơ',
  registrationNumber: (number: string) => `Phiếu đăng ký số ${number}`,
  qr: 'Mã QR dẫn tới hồ sơ',
  receivedBy: 'Nơi nhận',
  peoplesCommittee: (commune: string) => `UBND ${commune}`,
  filedAt: 'Nộp lúc',
  communeAnswersBy: 'Xã trả lời trước',
  endOf: (day: string) => `hết ngày ${day}`,
  workingDaysLeft: (days: number) => `, còn ${days} ngày làm việc`,
  status: 'Đang ở bước',
  communeHas: (workingDays: number) => `Xã có ${workingDays} ngày làm việc kể từ khi nhận đủ hồ sơ.`,
  form01: 'Tải Mẫu 01 (PDF)',
  form02: 'Tải Mẫu 02 (PDF)',
  toDossier: 'Về hồ sơ',
  onPaper: 'Cần bản giấy: dùng lệnh In của trình duyệt.',
} as const

/** What the council's result says to the producer. */
export const resultPage = {
  title: 'Kết quả chấm',
  heading: 'Kết quả chấm của Hội đồng',
  dossier: 'Hồ sơ',
  lead: (product: string, set: string, heldOn: string) => `${product}, ${set}. Phiên họp ngày ${heldOn}.`,
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

/** What the withdrawal of a dossier says. */
export const withdrawalPage = {
  title: (product: string) => `Rút hồ sơ · ${product}`,
  heading: (product: string) => `Rút hồ sơ ${product}`,
  lead: 'Hồ sơ dừng lại ở đây. Bạn có thể làm hồ sơ mới; các phần đã khai được chép sang, giấy tờ còn trong kho.',
  reason: 'Vì sao rút',
  withdraw: 'Rút hồ sơ',
  doNotWithdraw: 'Không rút',
} as const
