/** What the list of a producer's own products says. */
export const ownProductsPage = {
  title: 'Sản phẩm của tôi',
  lead: 'Ảnh, câu chuyện, thành phần, cách dùng và mã GTIN: người mua đọc trên trang công khai và khi quét tem.',
  changeProducer: 'Sửa thông tin cơ sở',
  stars: (count: number) => `${count} sao`,
  columns: { name: 'Sản phẩm', stars: 'Số sao', state: 'Giấy chứng nhận', until: 'Hết hạn', code: 'Mã giấy' },
  anyState: 'Mọi tình trạng',
  empty: 'Chưa có sản phẩm nào',
  emptyMeans: 'Sản phẩm được thêm khi bạn làm hồ sơ đầu tiên cho nó.',
  newDossier: 'Làm hồ sơ mới',
} as const

const savedToPublicPage = 'Đã lưu. Trang công khai đã đổi theo.'

/** What the page says where a producer tells about a product. */
export const ownProductPage = {
  photos: (count: number) => `Ảnh (${count})`,
  packs: 'Quy cách đóng gói',
  seePublicPage: 'Xem trang công khai',
  saved: (inRegister: boolean) => (inRegister ? savedToPublicPage : 'Đã lưu. Trang công khai mở khi sản phẩm được công nhận.'),
  description: 'Giới thiệu ngắn',
  descriptionHint: 'Một hai câu: sản phẩm là gì, ngon hay đẹp ở đâu.',
  story: 'Câu chuyện sản phẩm',
  storyHint: 'Ai làm, từ bao giờ, vì sao ở đây. Câu chuyện thật của bạn cũng được chấm trong bộ tiêu chí.',
  netContent: 'Quy cách',
  netContentHint: 'Ví dụ: hũ 250 g. Bán nhiều quy cách thì thêm ở nút Quy cách đóng gói.',
  ingredients: 'Thành phần',
  ingredientsHint: 'Như in trên nhãn',
  storage: 'Bảo quản',
  usageNote: 'Cách dùng',
  brand: 'Nhãn hiệu',
  gtin: 'Mã GTIN',
  gtinStays: 'Mã đã dùng thì không đổi, vì tem đã in vẫn dẫn về mã này.',
  gtinHint: (traceCode: string) => `Số in dưới mã vạch trên bao bì. Chưa có thì để trống: tem dùng mã truy vết ${traceCode} của hệ thống.`,
} as const

/** What the page of a product's photos says. */
export const ownPhotosPage = {
  pageTitle: (product: string) => `Ảnh · ${product}`,
  title: 'Ảnh sản phẩm',
  lead: 'Ảnh thật của chính sản phẩm, do bạn chụp. Ảnh đầu là ảnh chính: hiện trong sổ, trang sản phẩm và khi quét tem.',
  saved: (inRegister: boolean) => (inRegister ? savedToPublicPage : 'Đã lưu. Người ngoài xem được khi sản phẩm được công nhận.'),
  add: 'Thêm ảnh',
  take: 'Chụp ảnh',
  takeHint: 'Điện thoại mở máy ảnh. Đủ sáng, nền gọn, thấy rõ sản phẩm.',
  choose: 'Hoặc chọn ảnh có sẵn',
  chooseHint: 'Ảnh JPG, PNG hoặc WEBP, nhiều nhất 15 MB. Nơi chụp và kiểu máy ghi ngầm trong ảnh được xóa trước khi lưu.',
  caption: 'Ảnh chụp gì',
  captionHint: 'Ví dụ: hũ mắm 500 g mở nắp. Người khiếm thị nghe câu này thay cho ảnh.',
  full: (most: number) => `Đã đủ ${most} ảnh. Muốn thêm ảnh mới, hãy bỏ bớt một ảnh.`,
  main: 'Ảnh chính',
  saveCaption: 'Lưu chú thích',
  makeMain: 'Làm ảnh chính',
  moveEarlier: 'Lên trước',
  moveLater: 'Ra sau',
  remove: 'Bỏ ảnh',
  /** A photo without words of its own, behind the name of a button. */
  uncaptioned: (number: number) => `ảnh ${number}`,
  gone: 'Ảnh này không còn ở đây. Hãy mở lại trang.',
} as const

/** What the page of a product's packs says. */
export const ownPacksPage = {
  pageTitle: (product: string) => `Quy cách · ${product}`,
  title: 'Quy cách đóng gói',
  lead: 'Mỗi quy cách một dòng: hũ 250 g và hũ 500 g là hai quy cách, mỗi quy cách có mã GTIN riêng hoặc chưa có mã.',
  saved: 'Đã lưu.',
  list: 'Các quy cách',
  unnamed: 'Chưa ghi quy cách',
  isDefault: 'Quy cách chính',
  ended: 'Đã ngừng',
  gtin: (gtin: string) => `GTIN ${gtin}`,
  noGtin: 'Chưa có GTIN',
  choose: 'Làm quy cách chính',
  end: 'Ngừng quy cách',
  add: 'Thêm quy cách',
  name: 'Quy cách mới',
  nameHint: 'Như in trên bao bì, có khối lượng hoặc thể tích. Ví dụ: hũ 500 g',
  gtinLabel: 'Mã GTIN',
  gtinHint: 'Số in dưới mã vạch của riêng quy cách này. Chưa có thì để trống.',
} as const

/** What the form of a new pack says of an entry that cannot be read. */
export const packInputWords = {
  name: 'Hãy ghi quy cách, từ 2 đến 100 chữ.',
} as const
