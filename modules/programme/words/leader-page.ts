/** What a leader reads before a meeting. */
export const leaderPage = {
  title: 'Năm con số',
  lead: 'Xem trước cuộc họp. Bấm vào số để mở từng dòng phía sau.',
  writeReport: 'Lập báo cáo kỳ',
  level: 'Mức',
  byPublished: 'Theo số công bố',
  registerToday: 'Sổ đăng ký hôm nay',
  published: 'Số đã công bố',
  publishedBeside: 'Số của cơ quan và báo chí, đứng cạnh sổ đăng ký để đối chiếu; không cộng vào số đếm của hệ thống.',
  publishedParts: (count: number) => `Chi tiết đã công bố: ${count} số`,
  partsOf: (series: string) => `${series}, chi tiết`,
  asOf: 'Mốc',
  what: 'Số liệu',
  source: 'Nguồn',
  openSource: 'mở nguồn',
} as const
