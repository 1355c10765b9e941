/** What the desk says of an officer who writes dossiers for producers (nộp hộ). */
export const proxyDeskPage = {
  title: 'Làm hộ hồ sơ',
  lead: 'Cho chủ thể không có điện thoại, không quen máy. Ai làm hộ thì không kiểm, không đề nghị hồ sơ đó: cán bộ khác của xã làm.',
  asked: (count: number) => `Chủ thể nhờ làm hộ (${count})`,
  take: 'Nhận làm hộ',
  takeFor: (product: string) => `Nhận làm hộ ${product}`,
  written: 'Hồ sơ bạn làm hộ',
  nothingWritten: 'Chưa làm hộ hồ sơ nào',
  nothingWrittenNext: 'Chọn chủ thể bên dưới để bắt đầu.',
  stopped: 'Không còn làm hộ',
  begin: 'Lập hồ sơ hộ một chủ thể',
  search: 'Tìm chủ thể trong xã',
  searchHint: 'Tên cơ sở hoặc tên sản phẩm, không cần dấu.',
  find: 'Tìm',
  producers: (count: number, hasMore: boolean) =>
    hasMore ? `${count} chủ thể đầu tiên theo tên. Còn nữa: gõ tên ở ô tìm.` : `${count} chủ thể`,
  noProducer: 'Không thấy chủ thể nào trong xã.',
  notThere: 'Chủ thể chưa có trong danh sách?',
  registerFirst: 'Đăng ký hộ chủ thể trước',
  comesInItself: 'Đã tự vào hệ thống',
  choose: (name: string) => `Chọn ${name}`,
} as const

/** What the page says on which an officer begins a dossier for a producer. */
export const startForPage = {
  title: (producer: string) => `Lập hồ sơ hộ ${producer}`,
  representative: (name: string) => `Người đại diện: ${name}`,
  worksItself: 'Chủ thể này đã tự vào hệ thống',
  worksItselfNext:
    'Không lập hộ bằng giấy được. Khi cần giúp, chủ thể mở hồ sơ của mình và bấm “Nhờ cán bộ xã làm hộ”; lời nhờ hiện ở trang Làm hộ hồ sơ.',
  notAllowed: 'Loại hình của chủ thể này không tham gia được theo quy định hiện nay.',
  alone: 'Xã chỉ có một cán bộ trong hệ thống',
  aloneNext: 'Bạn làm hộ thì phải có người khác của xã kiểm và đề nghị. Người đứng đầu mời thêm người ở trang “Người của đơn vị”.',
  product: 'Sản phẩm',
  newProduct: 'Sản phẩm mới, chưa có trong danh sách',
  newName: 'Tên sản phẩm mới',
  newSet: 'Bộ sản phẩm của sản phẩm mới',
  chooseSet: 'Chọn bộ sản phẩm',
  kind: 'Đăng ký loại nào?',
  reason: 'Vì sao chủ thể không tự làm',
  reasonHint: 'Ví dụ: không có điện thoại thông minh, mắt kém, không đọc được chữ.',
  paper: 'Giấy đồng ý có chữ ký của chủ thể',
  paperHint:
    'Viết tay cũng được: “Tôi … đồng ý để cán bộ … điền và nộp hồ sơ OCOP sản phẩm … thay tôi”, ngày và chữ ký hoặc điểm chỉ. Chụp ảnh tờ giấy.',
  start: 'Bắt đầu làm hộ',
} as const

/** What the pages of a dossier say of whoever writes it for its producer. */
export const proxyWords = {
  youWrite: (producer: string) => `Bạn đang làm hộ ${producer}`,
  youWriteNext: 'Tên bạn và tên chủ thể cùng ghi trong hồ sơ. Bạn không kiểm, không đề nghị hồ sơ này.',
  writes: (name: string, office: string) => `${name}, ${office}, đang làm hộ hồ sơ này`,
  writesNext: 'Bạn vẫn xem và sửa được. Muốn tự làm một mình thì bấm dưới đây.',
  asked: (when: string) => `Bạn đã nhờ cán bộ xã làm hộ lúc ${when}`,
  askedNext: 'Chưa ai nhận. Bạn vẫn tự làm được trong khi chờ.',
  wrote: (name: string, office: string, when: string) => `${name}, ${office}, đã làm hộ từ ${when}.`,
  byPaper: 'Theo giấy đồng ý của chủ thể',
  byWish: (name: string, when: string) => `Do ${name} nhờ lúc ${when}`,
  paper: 'Xem giấy đồng ý',
  reason: (text: string) => `Lý do: ${text}`,
  ended: (name: string, when: string) => `Thôi làm hộ: ${name}, ${when}`,
  ask: 'Nhờ cán bộ xã làm hộ',
  takeBack: 'Thôi nhờ',
  endByProducer: 'Tôi tự làm tiếp',
  endByOfficer: 'Thôi làm hộ',
  who: 'Người làm hộ',
  onBehalf: (name: string, producer: string) => `${name}, nộp hộ ${producer}`,
  declareFor: (producer: string) =>
    `Đã đọc lại hồ sơ cho ${producer} nghe. Chủ thể cam đoan những nội dung trong hồ sơ là đúng sự thật và chịu trách nhiệm trước pháp luật. Hồ sơ giả mạo sẽ bị loại.`,
} as const
