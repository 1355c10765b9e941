/** What the fields of one paper say. */
export const evidenceFieldWords = {
  kind: 'Loại giấy',
  chooseKind: 'Chọn loại giấy',
  title: 'Tên giấy',
  titleHint: 'Như ghi trên giấy.',
  number: 'Số',
  issuedBy: 'Nơi cấp',
  issuedOn: 'Ngày cấp',
  expiresOn: 'Ngày hết hạn',
  file: 'Ảnh chụp hoặc tệp',
  fileHint:
    'Chụp rõ cả tờ giấy, đủ sáng. Giấy có nhiều trang: chọn mọi ảnh hoặc PDF cùng lúc theo thứ tự trang, hệ thống ghép thành một giấy (nhiều nhất 12 tệp, cả thảy 40 MB). Nhận ảnh JPG, PNG, WEBP (15 MB), PDF, Word, Excel (20 MB).',
  pages: 'Các trang đã chọn, theo thứ tự',
  page: (place: number, name: string, size: string) => `${place}. ${name} (${size})`,
  up: 'Lên',
  down: 'Xuống',
  remove: 'Bỏ',
  /** Behind the button, for whoever hears the page. */
  ofPage: (name: string) => `trang ${name}`,
  addPages: 'Chọn thêm trang: các tệp mới được xếp vào cuối.',
  tooLarge: (name: string, limit: string) => `“${name}” lớn hơn ${limit}: hãy bỏ ra, hoặc chụp lại ảnh nhỏ hơn.`,
  tooMany: (count: number) => `Đã chọn ${count} tệp; một giấy nhận nhiều nhất 12 tệp. Hãy bỏ bớt.`,
  allTooLarge: 'Các tệp cộng lại lớn hơn 40 MB: hãy bỏ bớt, hoặc chia thành hai giấy.',
  chooseFileAgain: 'Trình duyệt không giữ tệp đã chọn: hãy chọn lại các tệp nếu có.',
} as const

/** A paper in one line. */
export const paperLineWords = {
  number: (number: string) => `số ${number}`,
  issuedOn: (day: string) => `cấp ${day}`,
  expiresOn: (day: string) => `hạn ${day}`,
} as const

const addPaper = { add: 'Thêm giấy', save: 'Lưu giấy', doNotAdd: 'Không thêm', replace: 'Thay giấy mới' } as const

/** What the vault of a producer's papers says. */
export const vaultPage = {
  ...addPaper,
  title: 'Kho minh chứng',
  lead: 'Giấy tờ của cơ sở, nộp một lần, dùng lại cho mọi hồ sơ.',
  columns: {
    kind: 'Loại giấy',
    paper: 'Giấy',
    number: 'Số',
    issuedBy: 'Nơi cấp',
    issuedOn: 'Ngày cấp',
    expiresOn: 'Hết hạn',
    state: 'Tình trạng',
    usedIn: 'Hồ sơ đang dùng',
  },
  anyState: 'Mọi tình trạng',
  act: 'Làm gì',
  empty: 'Kho còn trống',
  beginWith: 'Bắt đầu bằng giấy đăng ký kinh doanh: hồ sơ nào cũng cần.',
  addFirst: 'Thêm giấy đầu tiên',
  expired: (count: number) => `${count} giấy đã hết hạn.`,
  replaceBeforeFiling: 'Thay giấy mới trước khi nộp hồ sơ.',
  usedIn: (dossiers: number) => (dossiers > 0 ? `dùng trong ${dossiers} hồ sơ` : 'chưa dùng'),
  replaces: (title: string) => `cho ${title}`,
} as const

/** What the replacement of a paper says. */
export const replacementPage = {
  title: (paper: string) => `Thay giấy · ${paper}`,
  heading: addPaper.replace,
  lead: (paper: string) => `Thay cho “${paper}”. Hồ sơ đang soạn dùng giấy mới; hồ sơ đã nộp vẫn giữ giấy lúc nộp.`,
  save: 'Lưu giấy mới',
  doNotReplace: 'Không thay',
} as const

/** What the table of a dossier's papers says. */
export const dossierEvidencePage = {
  carried: 'Giấy tờ dưới đây chép từ hồ sơ trước',
  carriedNext: 'Xem từng giấy, bỏ giấy không còn dùng, thay giấy đã hết hạn.',
  keepCarried: 'Đã xem, các giấy còn đúng',
  ...addPaper,
  headingFor: (criterion: string, name: string) => `Minh chứng cho ${criterion} ${name}`,
  leadFor: 'Chọn giấy trong kho hoặc thêm giấy mới cho tiêu chí này.',
  lead: (rows: number) => `${rows} dòng của Mẫu 02. Một giấy dùng được cho nhiều tiêu chí và nhiều hồ sơ.`,
  toCriterion: 'Về tiêu chí',
  toParts: 'Về danh sách phần',
  usual: 'thường dùng cho tiêu chí này',
  addOfKind: 'Thêm',
  asked: 'Được yêu cầu bổ sung',
  detach: 'Bỏ ra',
  inVault: (count: number) => `Trong kho còn ${count} giấy loại này`,
  attach: 'Dùng giấy này',
} as const
