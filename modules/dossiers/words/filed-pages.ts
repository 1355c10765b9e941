/** What the receipt of a filing says. */
export const receiptPage = {
  title: (code: string) => `Biên nhận ${code}`,
  heading: 'Biên nhận hồ sơ',
  registrationNumber: (number: string) => `Phiếu đăng ký số ${number}`,
  qr: 'Mã QR dẫn tới hồ sơ',
  receivedBy: 'Nơi nhận',
  peoplesCommittee: (commune: string) => `UBND ${commune}`,
  filedAt: 'Nộp lúc',
  filedBy: 'Người nộp',
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

/** What the withdrawal of a dossier says. */
export const withdrawalPage = {
  title: (product: string) => `Rút hồ sơ · ${product}`,
  heading: (product: string) => `Rút hồ sơ ${product}`,
  lead: 'Hồ sơ dừng lại ở đây. Bạn có thể làm hồ sơ mới; các phần đã khai được chép sang, giấy tờ còn trong kho.',
  reason: 'Vì sao rút',
  withdraw: 'Rút hồ sơ',
  doNotWithdraw: 'Không rút',
} as const
