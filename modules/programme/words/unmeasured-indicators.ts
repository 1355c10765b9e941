/** What a report of the programme is asked for and the platform holds no rows of: said as unknown, never as nought. */
export const unmeasured: readonly { name: string; missing: string }[] = [
  {
    name: 'Tỷ lệ nữ, tỷ lệ người dân tộc thiểu số đại diện chủ thể',
    missing: 'sổ đăng ký không ghi giới tính, dân tộc của người đại diện',
  },
  { name: 'Lao động của chủ thể (nữ, dân tộc thiểu số, địa phương)', missing: 'mới có trong từng hồ sơ, chưa cập nhật sau công nhận' },
  {
    name: 'Doanh thu, sản lượng, giá, xuất khẩu trước và sau công nhận',
    missing: 'doanh thu trước công nhận mới có trong từng hồ sơ, sau công nhận chưa thu; doanh số trong báo cáo chỉ là đơn qua nền tảng',
  },
  { name: 'Điểm giới thiệu và bán sản phẩm, doanh số điểm bán', missing: 'chưa có dữ liệu điểm bán' },
  { name: 'Gian hàng và doanh số trên sàn thương mại điện tử khác', missing: 'chưa thu từ chủ thể' },
  { name: 'Đơn và văn bằng sở hữu trí tuệ', missing: 'mới có trong từng hồ sơ' },
  { name: 'Lớp đào tạo, hội chợ, bản ghi nhớ', missing: 'chưa có dữ liệu' },
  { name: 'Kinh phí theo nguồn và giải ngân', missing: 'chưa có dữ liệu' },
]
