/** What a field asks for where it was left empty or cannot be read. */
export const inputWords = {
  tooLong: (most: number) => `Viết ngắn hơn, nhiều nhất ${most} chữ.`,
  kind: 'Chọn việc bạn muốn.',
  reason: 'Ghi lý do, để người yêu cầu biết vì sao cần thêm thời gian.',
  answer: 'Ghi câu trả lời cho người yêu cầu; nếu từ chối, ghi căn cứ của luật.',
  consentText: 'Viết trọn lời hỏi: đồng ý cho ai, dùng dữ liệu gì, để làm gì.',
  day: 'Ghi ngày, tháng, năm.',
  moment: 'Ghi ngày và giờ phát hiện.',
  detectedBy: 'Ghi ai phát hiện.',
  what: 'Ghi đã xảy ra việc gì.',
  breachKinds: 'Chọn ít nhất một loại dữ liệu.',
  persons: 'Ghi số người bằng một số nguyên; chưa rõ thì ghi số ước tính.',
} as const
