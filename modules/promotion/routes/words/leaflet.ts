export const leafletWords = {
  sample: 'Dữ liệu mẫu, không phải tuyến thật.',
  months: 'Đón khách',
  people: 'Cỡ đoàn',
  peopleOf: (least: number, most: number) => `${least}–${most} người`,
  groups: 'Mỗi ngày',
  groupsOf: (count: number) => `nhận ${count} đoàn`,
  time: 'Thời gian ở các điểm',
  minutes: (minutes: number) =>
    minutes < 60 ? `${minutes} phút` : `${Math.floor(minutes / 60)} giờ${minutes % 60 === 0 ? '' : ` ${minutes % 60} phút`}`,
  recognised: 'Công nhận',
  recognisedBy: (number: string, day: string) => `được công nhận theo Quyết định ${number} ngày ${day}`,
  notRecognised: 'Tuyến này chưa có quyết định công nhận.',
  scan: 'Quét để xem trang của tuyến, đặt đoàn',
  sketch: 'Sơ đồ theo tọa độ, không phải bản đồ đường',
  phone: (phone: string) => `Điện thoại ${phone}`,
  stamp: 'Dấu hộ chiếu',
  stampTitle: 'Quét để đóng dấu hộ chiếu tuyến',
  stampSteps: [
    'Mở camera điện thoại, đưa vào mã.',
    'Chạm vào liên kết, rồi chạm “Đóng dấu”.',
    'Đủ dấu của tuyến thì có trang chứng nhận để xem.',
  ],
  stampFoot: 'Không cần đăng nhập. Dấu chỉ nằm trên điện thoại của khách, không ai biết khách là ai.',
  stop: 'Điểm dừng',
  route: 'Tuyến',
  place: 'Nơi',
} as const

const stretch = ({ from, to }: { from: number; to: number }) => (from === to ? `tháng ${from}` : `tháng ${from} đến tháng ${to}`)
export const sayMonths = (stretches: readonly { from: number; to: number }[]): string =>
  stretches.length === 1 && stretches[0]!.from === 1 && stretches[0]!.to === 12 ? 'quanh năm' : stretches.map(stretch).join(', ')
