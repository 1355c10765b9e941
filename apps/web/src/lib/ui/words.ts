import type { Language } from '#lib/languages.ts'

type Shared = Record<
  'error' | 'toCorrect' | 'optional' | 'crumbs' | 'legalGround' | 'source' | 'toBeChecked' | 'shrinking' | 'noRoom',
  string
>

/** What components say that stand on pages of every language too. */
export const sharedWords: Readonly<Record<Language, Shared>> = {
  vi: {
    error: 'Lỗi:',
    toCorrect: 'Có lỗi cần sửa',
    optional: '(không bắt buộc)',
    crumbs: 'Đường dẫn',
    legalGround: 'Căn cứ:',
    source: 'nguồn',
    toBeChecked: 'cần đối chiếu',
    shrinking: 'Đang thu nhỏ ảnh…',
    noRoom:
      'Máy này hết chỗ, không giữ được tệp vừa chọn. Xóa bớt ảnh, phim hoặc ứng dụng trong máy rồi chọn lại; hoặc để trang này mở cho đến khi gửi xong.',
  },
  en: {
    error: 'Error:',
    toCorrect: 'Please correct',
    optional: '(optional)',
    crumbs: 'You are here',
    legalGround: 'Legal ground:',
    source: 'source',
    toBeChecked: 'to be checked',
    shrinking: 'Making the photo smaller…',
    noRoom:
      'This device is full and could not keep the chosen file. Delete some photos, films or apps and choose it again, or keep this page open until it is sent.',
  },
  km: {
    error: 'កំហុស៖',
    toCorrect: 'មានកំហុសត្រូវកែ',
    optional: '(មិនចាំបាច់)',
    crumbs: 'ផ្លូវ',
    legalGround: 'មូលដ្ឋានច្បាប់៖',
    source: 'ប្រភព',
    toBeChecked: 'ត្រូវផ្ទៀងផ្ទាត់',
    shrinking: 'កំពុងបង្រួមរូបភាព…',
    noRoom: 'ឧបករណ៍នេះពេញ រក្សាឯកសារដែលទើបជ្រើសរើសមិនបាន។ សូមលុបរូបភាព វីដេអូ ឬកម្មវិធីខ្លះ រួចជ្រើសរើសម្ដងទៀត ឬទុកទំព័រនេះឱ្យបើករហូតដល់ផ្ញើរួច។',
  },
}

/** What the shared components say on every page. */
export const uiWords = {
  ...sharedWords.vi,
  sourceOf: (source: string) => `Nguồn: ${source}`,
  keptFile: 'Đã có tệp:',
  chooseAnother: 'Chọn tệp khác để thay.',
  onThisPage: 'Trên trang này',
  less: (step: number) => `Bớt ${step}`,
  more: (step: number) => `Thêm ${step}`,
  pages: { label: 'Trang', previous: 'Trước', next: 'Sau' },
  list: {
    search: 'Tìm trong danh sách',
    find: 'Tìm',
    more: 'Lọc và sắp xếp',
    order: 'Sắp xếp',
    ownOrder: 'Thứ tự của danh sách',
    up: (column: string) => `${column}, tăng dần`,
    down: (column: string) => `${column}, giảm dần`,
    all: 'Tất cả',
    show: 'Xem',
    clear: 'Bỏ lọc',
    shown: (from: number, to: number, total: number) => (total <= to && from <= 1 ? `${total} dòng` : `Dòng ${from}–${to} trong ${total}`),
    none: 'Không có dòng nào khớp',
    noneAbout: 'Bỏ bớt điều kiện lọc, hoặc tìm bằng từ khác.',
    excel: 'Tải Excel',
    csv: 'Tải CSV',
    nothing: '–',
  },
} as const
