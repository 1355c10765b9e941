const buyers = 'Cho người mua'
const goods = 'Về hàng hóa'
const use = 'Cách dùng'
const trust = 'Để tin, để kiểm'
const firm = 'Về cơ sở'
const partners = 'Cho đối tác, máy móc'

/**
 * What a link of each type of the GS1 Web Vocabulary is for, in the words of a producer. What is missing here a producer does not choose: the
 * default, whether a lot is recalled, its certificate, its way and its events are answered by the platform; leading whole ranges of codes elsewhere
 * is for whoever runs it.
 */
export const linkTypeWords: Record<string, { group: string; says: string }> = {
  pip: { group: buyers, says: 'Trang giới thiệu sản phẩm' },
  hasRetailers: { group: buyers, says: 'Nơi bán sản phẩm' },
  promotion: { group: buyers, says: 'Khuyến mãi' },
  review: { group: buyers, says: 'Xem đánh giá' },
  leaveReview: { group: buyers, says: 'Viết đánh giá' },
  support: { group: buyers, says: 'Hỗ trợ khách hàng' },
  faqs: { group: buyers, says: 'Câu hỏi thường gặp' },
  loyaltyProgram: { group: buyers, says: 'Tích điểm, khách quen' },
  subscribe: { group: buyers, says: 'Đăng ký nhận tin' },
  registerProduct: { group: buyers, says: 'Đăng ký mua, bảo hành' },
  paymentLink: { group: buyers, says: 'Thanh toán' },
  scheduleTime: { group: buyers, says: 'Đặt chỗ, đặt lịch' },
  eventsInfo: { group: buyers, says: 'Sự kiện' },
  activityIdeas: { group: buyers, says: 'Trò chơi, hoạt động cùng sản phẩm' },
  purchaseSuppliesOrAccessories: { group: buyers, says: 'Mua phụ kiện, hàng đi kèm' },
  menuInfo: { group: buyers, says: 'Thực đơn' },
  appDownload: { group: buyers, says: 'Tải ứng dụng' },
  ingredientsInfo: { group: goods, says: 'Thành phần' },
  nutritionalInfo: { group: goods, says: 'Giá trị dinh dưỡng' },
  allergenInfo: { group: goods, says: 'Chất gây dị ứng' },
  whatsInTheBox: { group: goods, says: 'Trong hộp có gì' },
  relatedImage: { group: goods, says: 'Hình ảnh' },
  relatedVideo: { group: goods, says: 'Video' },
  backgroundInfo: { group: goods, says: 'Câu chuyện sản phẩm' },
  smartLabel: { group: goods, says: 'Nhãn điện tử SmartLabel' },
  instructions: { group: use, says: 'Hướng dẫn sử dụng' },
  quickStartGuide: { group: use, says: 'Hướng dẫn nhanh' },
  recipeInfo: { group: use, says: 'Món ngon, cách chế biến' },
  consumerHandlingStorageInfo: { group: use, says: 'Cách bảo quản' },
  tutorial: { group: use, says: 'Bài hướng dẫn từng bước' },
  serviceInfo: { group: use, says: 'Bảo trì, sửa chữa' },
  epil: { group: use, says: 'Tờ hướng dẫn dùng thuốc' },
  eifu: { group: use, says: 'Hướng dẫn dùng thiết bị y tế' },
  safetyInfo: { group: trust, says: 'An toàn' },
  sustainabilityInfo: { group: trust, says: 'Môi trường, tái chế' },
  dpp: { group: trust, says: 'Hộ chiếu số của sản phẩm' },
  verificationService: { group: trust, says: 'Dịch vụ kiểm tra mã' },
  registryEntry: { group: trust, says: 'Mục trong sổ đăng ký' },
  reportFound: { group: trust, says: 'Báo nhặt được' },
  jws: { group: trust, says: 'Chữ ký số (JWS)' },
  homepage: { group: firm, says: 'Trang chủ của cơ sở' },
  socialMedia: { group: firm, says: 'Mạng xã hội' },
  locationInfo: { group: firm, says: 'Địa điểm, đường đi' },
  openingHoursInfo: { group: firm, says: 'Giờ mở cửa' },
  careersInfo: { group: firm, says: 'Tuyển dụng' },
  brandHomepageClinical: { group: firm, says: 'Trang cho người làm chuyên môn y tế' },
  brandHomepagePatient: { group: firm, says: 'Trang cho người bệnh' },
  masterData: { group: partners, says: 'Dữ liệu gốc của sản phẩm' },
  logisticsInfo: { group: partners, says: 'Giao nhận, kho vận' },
  statisticInfo: { group: partners, says: 'Số liệu thống kê' },
  userAgreement: { group: partners, says: 'Thỏa thuận, giấy cam kết' },
  smpc: { group: partners, says: 'Tóm tắt đặc tính sản phẩm (SmPC)' },
}
