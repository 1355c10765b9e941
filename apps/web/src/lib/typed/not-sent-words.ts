import { formatMoment } from '@dacsan/vietnam'

const megabytes = (bytes: number) =>
  (bytes / (1024 * 1024)).toLocaleString('vi-VN', { maximumFractionDigits: bytes > 100 * 1024 * 1024 ? 0 : 1 })

/** The page of what this device has not delivered yet, and the file to which it is saved. */
export const notSentWords = {
  title: 'Chưa gửi',
  lead: 'Những gì đã điền trên máy này mà hệ thống chưa nhận. Trang tự gửi lần lượt khi có mạng. Không có gì bị xóa khi chưa gửi xong, trừ khi bạn bỏ.',
  count: (count: number) => `${count} việc`,
  reading: 'Đang đọc máy này…',
  nothing: 'Không còn việc nào chưa gửi',
  nothingNext: 'Khi mất mạng, những gì bạn gửi nằm ở đây cho đến khi hệ thống nhận.',
  at: (at: number) => `Gửi lúc ${formatMoment(new Date(at))}`,
  state: {
    sending: 'Đang gửi',
    order: 'Chờ đến lượt',
    signal: 'Chờ có mạng',
    busy: 'Hệ thống đang bận',
    'sign-in': 'Cần đăng nhập lại',
    refused: 'Chưa được nhận',
  },
  notKept: 'Máy hết chỗ: việc này chỉ còn trên trang đang mở. Đừng đóng trang ấy.',
  file: (sent: number, size: number) => `${megabytes(size)} MB · đã gửi ${size === 0 ? 100 : Math.floor((sent / size) * 100)}%`,
  saveFile: (name: string) => `Lưu ${name}`,
  content: 'Nội dung đã điền',
  sendAll: 'Gửi ngay',
  sendAgain: 'Gửi lại',
  fillIn: 'Mở trang và điền lại',
  remove: 'Bỏ',
  sureToRemove: (title: string, files: number) =>
    `Bỏ hẳn “${title}”${files > 0 ? ` và ${files} tệp` : ''} khỏi máy này? Hệ thống chưa nhận, bỏ rồi không lấy lại được.`,
  keep: 'Giữ một bản ở nơi khác',
  save: 'Lưu tất cả ra tệp',
  savedMeans:
    'Tệp mở được bằng trình duyệt trên mọi máy để đọc, in, lấy lại ảnh; gửi được cho cán bộ xã để nộp hộ. Trên máy khác, đăng nhập tài khoản của bạn, mở trang này và nạp tệp: việc nào hệ thống đã nhận sẽ không ghi hai lần.',
  load: 'Nạp tệp đã lưu',
  loaded: (count: number) => (count === 0 ? 'Tệp này không có việc nào mới.' : `Đã nạp ${count} việc. Xem từng việc, rồi bấm Gửi lại.`),
  fromFile: 'nạp từ tệp. Xem nội dung, rồi bấm Gửi lại.',
  notOurs: 'Tệp này không phải tệp đã lưu từ trang này, hoặc của tài khoản khác.',
  fileName: 'chua-gui.html',
  fileTitle: (count: number, at: Date) => `Đặc Sản: ${count} việc chưa gửi, lưu lúc ${formatMoment(at)}`,
  lost: (count: number) => `Trình duyệt đã xóa ${count} việc chưa gửi`,
  lostMeans: 'Máy thiếu chỗ nên trình duyệt đã tự xóa. Hãy điền lại những việc này; ảnh còn trong thư viện ảnh của máy.',
  lostOne: (title: string, at: number, files: readonly string[]) =>
    `${title}, ${formatMoment(new Date(at))}${files.length > 0 ? ` (${files.join(', ')})` : ''}`,
  understood: 'Đã biết',
  room: (bytes: number) => `Trình duyệt còn chỗ cho khoảng ${megabytes(bytes)} MB.`,
} as const
