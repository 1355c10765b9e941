const allDelivered = 'Sự kiện nào cũng đã đến nơi nhận.'
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`

/** The administration; its title leads back to it from the pages below. */
export const administrationPage = {
  title: 'Quản trị',
  accountsAbout: 'Mở tài khoản, giao hoặc thôi vai trò. Thôi vai trò có hiệu lực ngay.',
  auditTrailAbout: 'Ai đã làm gì, khi nào. Không sửa, không xóa được; mỗi dòng khóa vào dòng trước.',
  securityLogAbout: 'Ai đăng nhập, ai bị từ chối, ai mở hồ sơ, minh chứng, đơn hàng, tệp nào: lúc nào, từ địa chỉ nào.',
  legalRulesAbout: 'Hạn, ngưỡng, túc số mà hệ thống đang dùng, kèm văn bản và điều.',
  failedEventsAbout: (count: number) => (count > 0 ? `${count} sự kiện chưa đến nơi nhận: xem lý do, thử lại.` : allDelivered),
  booksDisagree: (check: string) => `Sổ không khớp: ${check}`,
  /** Before the command that is to be run again. */
  faultsFound: (faults: number, moment: string) => `${faults} chỗ sai, kiểm lúc ${moment}. Gọi người vận hành ngay; sửa xong chạy lại`,
  checks: 'Kiểm sổ hằng đêm',
  neverChecked: 'Chưa kiểm sổ lần nào',
  notCheckedLastNight: 'Đêm qua chưa kiểm sổ',
  /** Around the name of the process that should have checked. */
  workerStopped: ['Sổ được kiểm lúc 1 giờ 30 sáng. Nếu hệ thống chạy cả đêm mà vẫn thấy dòng này, tiến trình', 'đã dừng.'],
  checked: (rows: number, moment: string) => `${rows.toLocaleString('vi-VN')} dòng, kiểm lúc ${moment}`,
  backup: 'Bản sao lưu hằng đêm',
  noBackupYet: 'Chưa có bản nào',
  backupWritten: (size: number, moment: string) => `${megabytes(size)}, lúc ${moment}`,
  backupStates: {
    'not-scheduled': 'Chưa đặt',
    overdue: 'Quá hạn',
    damaged: 'Có tệp hỏng',
    'in-the-clear': 'Chưa mã hóa',
    good: 'Tốt',
  },
  backupAbout: {
    'not-scheduled': 'Không có bản sao lưu hằng đêm: người vận hành đặt BACKUP_DIR (nơi cất) và BACKUP_KEY (khóa mã hóa).',
    overdue: 'Hơn một đêm chưa có bản sao lưu mới. Gọi người vận hành.',
    damaged: 'Bản mới nhất chứa tệp đã hỏng từ trước: giữ lại các bản cũ, gọi người vận hành.',
    'in-the-clear': 'Ai lấy được bản sao lưu là đọc được hết, kể cả khóa của hệ thống: người vận hành đặt BACKUP_KEY.',
    good: null,
  },
  /** Before what the machine said. */
  backupFailed: (moment: string) => `Lần thử gần nhất (${moment}) không được:`,
  archive: 'Khôi phục về từng phút',
  archiveReaches: (moment: string) => `về được bất kỳ phút nào đến ${moment}`,
  noArchiveYet: 'Chưa lưu được phút nào',
  archiveBehind: 'Bị chậm',
  /** Before what the machine said. */
  archiveStopped: 'Những gì ghi từ lúc ấy chưa có bản thứ hai. Gọi người vận hành:',
  verdict: (faults: number) => (faults === 0 ? 'Khớp' : `${faults} chỗ sai`),
} as const

/** The title of a page within the administration. */
export const underAdministration = (title: string): string => `${title} · ${administrationPage.title}`

export const failedEventsPage = {
  title: 'Sự kiện chưa xử lý được',
  lead: 'Khi một việc xảy ra, các phần khác của hệ thống được báo để làm tiếp. Dưới đây là những lần báo bị lỗi; hệ thống tự thử lại, thưa dần.',
  event: 'Sự kiện',
  subscriber: 'Nơi nhận',
  reason: 'Lý do',
  attempts: 'Số lần thử',
  nextTry: 'Lần thử tới',
  act: 'Làm gì',
  happenedAt: 'Xảy ra lúc',
  retried: 'Đang giao lại. Nếu vẫn lỗi, sự kiện hiện lại trong danh sách với lý do mới.',
  noFurtherTry: 'không tự thử nữa',
  retry: 'Thử lại',
  retryOf: (event: string, subscriber: string) => `Thử lại: ${event}, ${subscriber}`,
  none: 'Không có sự kiện nào bị lỗi',
  noneAbout: allDelivered,
} as const

export const auditTrailPage = {
  title: 'Nhật ký',
  seq: 'Số',
  at: 'Lúc',
  actor: 'Ai',
  action: 'Việc',
  subject: 'Với',
  detail: 'Chi tiết',
  intact: 'Nhật ký nguyên vẹn',
  intactAbout: (entries: number) => `Đã kiểm ${entries} dòng, từ dòng đầu tiên đến dòng mới nhất.`,
  broken: 'Nhật ký đã bị can thiệp',
  /** Before the number of the entry, which leads there. */
  brokenAt: 'Dòng',
  entryNumber: (seq: number) => `số ${seq}`,
  brokenAbout: (fault: string) => `: ${fault}. Giữ nguyên hệ thống, báo người phụ trách an toàn thông tin.`,
  search: 'Ai làm, mã của việc hay đối tượng',
  actorId: 'Mã người',
  subjectType: 'Loại đối tượng',
  subjectId: 'Mã đối tượng',
  from: 'Từ ngày',
  to: 'Đến ngày',
  none: 'Không có dòng nào khớp',
  noneAbout: 'Thử bỏ bớt điều kiện lọc.',
} as const
