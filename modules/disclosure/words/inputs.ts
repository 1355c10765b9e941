/** What a field asks for where it was left empty or cannot be read. */
export const inputWords = {
  tooLong: (most: number) => `Viết ngắn hơn, nhiều nhất ${most} chữ.`,
  name: 'Ghi tên cơ quan, đơn vị chủ quản.',
  headOffice: 'Ghi địa chỉ trụ sở.',
  representative: 'Ghi người đại diện theo pháp luật.',
  registrationNumber: 'Ghi mã số, hoặc số quyết định thành lập.',
  registeredBy: 'Ghi cơ quan cấp.',
  supportChannel: 'Ghi số điện thoại hoặc thư điện tử hỗ trợ.',
  day: 'Ghi ngày, tháng, năm.',
  text: 'Viết nội dung, ít nhất một câu trọn.',
} as const
