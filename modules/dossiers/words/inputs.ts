/** What a form says of an entry that cannot be read. */
export const inputWords = {
  tooLong: (limit: number) => `Nhiều nhất ${new Intl.NumberFormat('vi-VN').format(limit)} chữ.`,
  tooManyItems: (limit: number) => `Nhiều nhất ${limit} mục.`,
  notADate: 'Hãy chọn một ngày có thật.',
  kindOfPaper: 'Hãy chọn loại giấy.',
  titleOfPaper: 'Hãy ghi tên giấy.',
  placeOfRequest: 'Hãy chọn mục cần bổ sung.',
  textOfRequest: 'Hãy ghi rõ cần bổ sung gì.',
  kindOfDossier: 'Hãy chọn loại đăng ký.',
  reasonOfProxy: 'Hãy ghi vì sao chủ thể không tự làm.',
  mark: 'Hãy ghi nhãn hiệu.',
  reasonOfCorrection: 'Hãy ghi lý do, ít nhất vài chữ.',
  pageTooOld: 'Trang này không còn đọc được. Hãy tải lại rồi lưu lại.',
  missingBeforeFiling: 'Còn trống. Phải có trước khi nộp.',
  reasonWithoutOption: (criterion: string) => `Tiêu chí ${criterion}: đã ghi lý do nhưng chưa chọn mức.`,
  line: (number: number, message: string) => `Dòng ${number}: ${message}`,
} as const
