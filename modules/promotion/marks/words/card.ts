export const markCardWords = {
  title: 'PHIẾU QUYỀN DÙNG NHÃN HIỆU',
  product: 'Cho sản phẩm',
  producer: 'Của cơ sở',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  withoutEnd: 'theo hiệu lực của văn bằng',
  paper: 'Văn bản cho dùng',
  scan: 'Quét để kiểm tra hôm nay còn được dùng không',
  check: 'Trang mở ra nói hôm nay sản phẩm này có được mang nhãn hiệu hay không.',
  report: 'Thấy dùng sai thì báo ngay trên trang ấy, không cần tài khoản.',
  sample: 'DỮ LIỆU MẪU, không có giá trị',
}
