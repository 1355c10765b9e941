/** The page that proves what the log has of a code. */
export const vi = {
  title: 'Bằng chứng của mã {code}',
  description: 'Những điều đã ghi về mã này, và cách tự kiểm tra rằng không ai sửa.',
  lead: 'Mỗi điều dưới đây đã được ghi vào nhật ký minh bạch vào ngày nêu bên cạnh. Trình duyệt của bạn tự tính lại từ nhật ký: nếu ai sửa, dù là người quản trị, kết quả sẽ không khớp.',
  nothing: 'Chưa có điều nào về mã này được ghi vào nhật ký. Hãy quay lại sau một giờ.',
  waiting: 'Còn {n} điều chờ ghi trong vòng một giờ tới.',
  recorded: 'Ghi ngày {date}, dòng số {place} của nhật ký',
  checking: 'Chưa kiểm tra',
  proven: 'Đã kiểm tra: không bị sửa từ khi ghi',
  wrong: 'Không khớp với nhật ký. Đừng tin điều này, hãy báo cơ quan OCOP của tỉnh.',
  cannot: 'Trình duyệt này chưa tự kiểm tra được. Làm theo các bước ở cuối trang.',
  fact: 'Nguyên văn điều đã ghi',
  kinds: {
    lot: 'Lô hàng được mở',
    'lot-recall': 'Lô hàng bị thu hồi',
    'diary-entry': 'Một dòng nhật ký sản xuất',
    'decided-certificate': 'Giấy chứng nhận theo quyết định',
    'imported-certificate': 'Giấy chứng nhận nhập từ sổ của tỉnh',
    other: 'Điều đã ghi',
  },
  byHand: 'Tự kiểm tra không cần trang này',
  byHandMeans: 'Dùng máy có curl và openssl. Hai kết quả sau phải giống nhau: lá tính từ điều đã ghi, và lá đứng trong nhật ký.',
  witnesses: 'Đầu nhật ký có chữ ký của hệ thống và của các bên làm chứng:',
  noScript: 'Trình duyệt không chạy JavaScript: làm theo các bước dưới đây để tự kiểm tra.',
}
export type ProofMessages = typeof vi
