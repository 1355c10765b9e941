export const textErrors = {
  subject: 'Viết tiêu đề.',
  subjectLong: 'Tiêu đề dài nhất 150 ký tự.',
  text: 'Viết nội dung.',
  textLong: 'Nội dung dài nhất 4000 ký tự.',
  short: 'Viết lời cho tin nhắn.',
  shortLong: 'Tin nhắn dài nhất 306 ký tự.',
  template: 'Mã mẫu dài nhất 40 ký tự.',
} as const
