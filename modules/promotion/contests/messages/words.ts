/** What entrants are told, wherever they read. */
export const entrantWords = {
  taken: {
    vi: {
      subject: 'Đã nhận bài số {number}: {contest}',
      text: 'Bài dự thi của bạn trong {contest} mang số {number}. Mở đường dẫn để xem, sửa hoặc rút trước {until}.',
      short: 'Da nhan bai du thi so {number}. Sua, rut truoc {until}.',
    },
    en: {
      subject: 'Entry number {number} was taken: {contest}',
      text: 'Your entry to {contest} has the number {number}. Open the link to see it, change it or withdraw it before {until}.',
      short: 'Your entry has number {number}. Change or withdraw it before {until}.',
    },
    km: {
      subject: 'បានទទួលស្នាដៃលេខ {number}៖ {contest}',
      text: 'ស្នាដៃប្រកួតរបស់អ្នកក្នុង {contest} មានលេខ {number}។ សូមបើកតំណ ដើម្បីមើល កែ ឬដកវិញ មុន {until}។',
      short: 'Da nhan bai du thi so {number}. Sua, rut truoc {until}.',
    },
  },
  setAside: {
    vi: {
      subject: 'Bài số {number} không được chấm: {contest}',
      text: 'Bài dự thi số {number} của bạn trong {contest} bị loại. Mở đường dẫn để đọc lý do.',
      short: 'Bai du thi so {number} bi loai. Xem ly do o duong dan.',
    },
    en: {
      subject: 'Entry number {number} is not judged: {contest}',
      text: 'Your entry number {number} to {contest} was set aside. Open the link to read why.',
      short: 'Your entry number {number} was set aside. Open the link to read why.',
    },
    km: {
      subject: 'ស្នាដៃលេខ {number} មិនត្រូវបានដាក់ពិន្ទុ៖ {contest}',
      text: 'ស្នាដៃប្រកួតលេខ {number} របស់អ្នកក្នុង {contest} ត្រូវបានដកចេញ។ សូមបើកតំណ ដើម្បីអានមូលហេតុ។',
      short: 'Bai du thi so {number} bi loai. Xem ly do o duong dan.',
    },
  },
  result: {
    vi: {
      subject: 'Có kết quả: {contest}',
      text: '{contest} đã công bố kết quả. Mở đường dẫn để xem điểm và hạng của bài số {number}.',
      short: 'Co ket qua cuoc thi. Xem diem bai so {number} o duong dan.',
    },
    en: {
      subject: 'The result is there: {contest}',
      text: 'The result of {contest} was published. Open the link to see the points and the place of entry number {number}.',
      short: 'The result is there. Open the link for the points of entry {number}.',
    },
    km: {
      subject: 'មានលទ្ធផល៖ {contest}',
      text: '{contest} បានប្រកាសលទ្ធផលហើយ។ សូមបើកតំណ ដើម្បីមើលពិន្ទុ និងចំណាត់ថ្នាក់របស់ស្នាដៃលេខ {number}។',
      short: 'Co ket qua cuoc thi. Xem diem bai so {number} o duong dan.',
    },
  },
  cancelled: {
    vi: {
      subject: '{contest} bị hủy',
      text: '{contest} bị hủy. Lý do ghi trên trang cuộc thi. Bạn không phải làm gì thêm với bài số {number}.',
      short: 'Cuoc thi cua bai so {number} bi huy. Ly do ghi tren trang.',
    },
    en: {
      subject: '{contest} is cancelled',
      text: '{contest} is cancelled. Its page says why. There is nothing more for you to do about entry number {number}.',
      short: 'The contest of entry {number} is cancelled. Its page says why.',
    },
    km: {
      subject: '{contest} ត្រូវបានលុបចោល',
      text: '{contest} ត្រូវបានលុបចោល។ មូលហេតុមានលើទំព័រប្រកួត។ អ្នកមិនចាំបាច់ធ្វើអ្វីទៀតចំពោះស្នាដៃលេខ {number} ទេ។',
      short: 'Cuoc thi cua bai so {number} bi huy. Ly do ghi tren trang.',
    },
  },
} as const

const judge = {
  vi: {
    subject: 'Mời chấm {contest}',
    text: 'Mời anh chị chấm {contest}. Nộp phiếu trước {until}.',
    short: 'Moi cham thi, nop phieu truoc {until}.',
  },
  en: {
    subject: 'Please judge {contest}',
    text: 'Please judge {contest}. Hand in your sheet before {until}.',
    short: 'Please judge the contest and hand in before {until}.',
  },
  km: {
    subject: 'សូមអញ្ជើញដាក់ពិន្ទុ {contest}',
    text: 'សូមអញ្ជើញដាក់ពិន្ទុ {contest}។ សូមដាក់សន្លឹកពិន្ទុមុន {until}។',
    short: 'Moi cham thi, nop phieu truoc {until}.',
  },
} as const

/** What jurors and the department are told. A juror may be anybody with an account. */
export const juryWords = {
  judge,
  due: {
    vi: {
      subject: 'Nộp phiếu chấm {contest} trước {until}',
      text: 'Phiếu chấm {contest} của anh chị chưa nộp. Hạn nộp {until}.',
      short: 'Phieu cham thi chua nop. Han {until}.',
    },
    en: {
      subject: 'Hand in your sheet of {contest} before {until}',
      text: 'Your sheet of {contest} was not handed in. The term ends {until}.',
      short: 'Hand in your sheet of the contest before {until}.',
    },
    km: {
      subject: 'សូមដាក់សន្លឹកពិន្ទុ {contest} មុន {until}',
      text: 'សន្លឹកពិន្ទុ {contest} របស់អ្នកមិនទាន់បានដាក់ទេ។ ថ្ងៃផុតកំណត់ {until}។',
      short: 'Phieu cham thi chua nop. Han {until}.',
    },
  },
  handedIn: {
    vi: {
      subject: 'Có phiếu chấm: {contest}',
      text: 'Một giám khảo đã nộp phiếu chấm {contest}. Kết quả hiện ra khi đủ phiếu.',
      short: 'Mot giam khao da nop phieu cham thi.',
    },
  },
} as const
