import type { Slip } from './slip-model.ts'
import type { AddressLabel } from './address-label-model.ts'
import type { Certificate } from './certificate-model.ts'
import type { OfficialDocument } from './document-model.ts'
import type { Leaflet } from './leaflet-model.ts'
import type { Label } from './label-model.ts'
import type { PaperList } from './list-model.ts'

const createdAt = new Date('2026-11-23T02:00:00Z')

/** A decision with legal bases, articles and a landscape appendix; the names in it are invented. */
export function aDecision(changes: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    issuingAgency: 'Ủy ban nhân dân\ntỉnh Vĩnh Long',
    symbol: 'QĐ-UBND',
    place: 'Vĩnh Long',
    date: '2026-11',
    typeName: 'Quyết định',
    subject: 'Về việc phê duyệt kết quả đánh giá, phân hạng sản phẩm\nđợt 2 năm 2026',
    decidingAuthority: 'Chủ tịch Ủy ban nhân dân tỉnh Vĩnh Long',
    legalBases: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
      'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
      'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 215/TTr-SNNMT ngày 20 tháng 11 năm 2026',
    ],
    enactingWords: 'Quyết định:',
    blocks: [
      {
        kind: 'article',
        number: 1,
        text: 'Phê duyệt kết quả đánh giá, phân hạng đối với 12 sản phẩm của 09 chủ thể (danh sách tại Phụ lục kèm theo Quyết định này).',
      },
      {
        kind: 'article',
        number: 2,
        title: 'Hiệu lực',
        text: [
          { text: 'Kết quả có giá trị trong 36 tháng kể từ ngày ký. Chủ thể được sử dụng dấu hiệu ' },
          { text: 'đúng hạng sao', italic: true },
          { text: ' đã được công nhận.' },
        ],
      },
      {
        kind: 'article',
        number: 3,
        text: 'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nông nghiệp và Môi trường, Chủ tịch Ủy ban nhân dân các xã, phường và các chủ thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
      },
    ],
    signatures: [{ authority: ['Chủ tịch'], name: 'Nguyễn Thị Hồng Gấm' }],
    recipients: ['Như Điều 3;', 'Bộ Nông nghiệp và Môi trường (để b/c);', 'TT. Tỉnh ủy, TT. HĐND tỉnh;', 'Lưu: VT, KTN.'],
    appendices: [
      {
        label: 'Phụ lục',
        title: 'Danh sách sản phẩm được công nhận',
        note: '(Kèm theo Quyết định số          /QĐ-UBND ngày      tháng 11 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh Vĩnh Long)',
        orientation: 'landscape',
        blocks: [
          {
            kind: 'table',
            columns: [
              { header: 'STT', width: 1, align: 'center' },
              { header: 'Tên sản phẩm', width: 5 },
              { header: 'Chủ thể', width: 5 },
              { header: 'Địa chỉ', width: 5 },
              { header: 'Điểm', width: 2, align: 'right' },
              { header: 'Hạng', width: 2, align: 'center' },
            ],
            columnNumbers: true,
            rows: [
              { cells: [{ text: 'I. Nhóm thực phẩm', colspan: 6 }], emphasis: 'part' },
              ...Array.from({ length: 30 }, (_, index) => ({
                cells: [
                  String(index + 1),
                  'Dừa sáp sợi sấy giòn Hòa Tân',
                  'Hợp tác xã Nông nghiệp Quyết Thắng',
                  'xã Tam Ngãi, tỉnh Vĩnh Long',
                  '86,67',
                  '4 sao',
                ],
              })),
              { cells: [{ text: 'Cộng', colspan: 4, align: 'center' }, '86,67', ''], emphasis: 'total' },
            ],
          },
        ],
      },
    ],
    createdAt,
    ...changes,
  }
}

/** A form as a producer fills it in: fields, boxes, a score table, Khmer text. */
export function aForm(changes: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    formLabel: 'Mẫu số 01',
    issuingAgency: 'Hợp tác xã Nông nghiệp Quyết Thắng',
    place: 'Tam Ngãi',
    date: '2026-02-05',
    typeName: 'Phiếu đăng ký',
    subject: 'Đánh giá, phân hạng sản phẩm',
    addressees: ['Ủy ban nhân dân xã Tam Ngãi;', 'Văn phòng điều phối tỉnh Vĩnh Long.'],
    blocks: [
      { kind: 'heading', level: 1, text: 'I. THÔNG TIN CHUNG' },
      { kind: 'field', label: '1. Tên đơn vị', value: 'Hợp tác xã Nông nghiệp Quyết Thắng' },
      { kind: 'field', label: '2. Người đại diện' },
      { kind: 'fields', fields: [{ label: 'Điện thoại', value: '0900 000 000' }, { label: 'Thư điện tử' }] },
      { kind: 'field', label: '3. Tên sản phẩm', value: 'Dừa sáp – ដូងក្ទិះ' },
      {
        kind: 'choices',
        label: '4. Loại đăng ký',
        options: [
          { label: 'Lần đầu', checked: true },
          { label: 'Nâng hạng', checked: false },
          { label: 'Đánh giá lại', checked: false },
        ],
      },
      {
        kind: 'choices',
        options: [
          { label: 'Đăng ký kinh doanh', checked: true },
          { label: 'Giấy chứng nhận an toàn thực phẩm', checked: true },
          { label: 'Sở hữu trí tuệ', checked: false },
        ],
        columns: 2,
      },
      {
        kind: 'paragraph',
        text: 'Chúng tôi cam kết những điều khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật về nội dung đã khai.',
      },
      {
        kind: 'list',
        marker: 'letter',
        items: ['Bản sao giấy đăng ký kinh doanh', 'Câu chuyện sản phẩm', '#set text(red) *không phải lệnh* $x$ <nhãn> @ai'],
      },
    ],
    signatures: [{ authority: ['Đại diện đơn vị'], hint: '(Ký, ghi rõ họ tên, đóng dấu)', name: 'Thạch Thị Sô Phi' }],
    createdAt,
    ...changes,
  }
}

/** Minutes: two signers side by side. */
export function someMinutes(changes: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    superiorAgency: 'UBND tỉnh Vĩnh Long',
    issuingAgency: 'Hội đồng đánh giá sản phẩm',
    number: '07',
    symbol: 'BB-HĐ',
    place: 'Vĩnh Long',
    date: '2026-11-20',
    typeName: 'Biên bản',
    subject: 'Họp đánh giá, phân hạng sản phẩm đợt 2 năm 2026',
    blocks: [
      { kind: 'paragraph', text: 'Thời gian bắt đầu: 08 giờ 00 phút, ngày 20 tháng 11 năm 2026.' },
      { kind: 'heading', level: 2, text: '1. Thành phần tham dự' },
      { kind: 'list', marker: 'dash', items: ['Bà Trần Thị Mỹ Lệ, Chủ tịch Hội đồng, chủ trì;', 'Ông Kim Sa Rết, thư ký.'] },
      { kind: 'heading', level: 2, text: '2. Kết quả' },
      {
        kind: 'table',
        columns: [
          { header: 'Tiêu chí', width: 6 },
          { header: 'Điểm tối đa', width: 2, align: 'center' },
          { header: 'Điểm bình quân', width: 2, align: 'center' },
        ],
        rows: [
          { cells: ['Phần A. Sản phẩm và sức mạnh cộng đồng', '40', '34,50'], emphasis: 'part' },
          { cells: ['Nguồn nguyên liệu', '3', '3,00'] },
          { cells: ['Tổng cộng', '100', '86,67'], emphasis: 'total' },
        ],
      },
    ],
    signatures: [
      { authority: ['Thư ký'], name: 'Kim Sa Rết' },
      { authority: ['Chủ tọa'], name: 'Trần Thị Mỹ Lệ' },
    ],
    recipients: ['Thành viên Hội đồng;', 'Lưu: VT.'],
    watermark: 'DỮ LIỆU MẪU',
    createdAt,
    ...changes,
  }
}

export function aCertificate(changes: Partial<Certificate> = {}): Certificate {
  return {
    issuingAgency: 'Ủy ban nhân dân\ntỉnh Vĩnh Long',
    title: 'Giấy chứng nhận',
    programme: 'Sản phẩm Chương trình mỗi xã một sản phẩm',
    number: '045/2026',
    product: 'Dừa sáp sợi sấy giòn Hòa Tân',
    producer: 'Hợp tác xã Nông nghiệp Quyết Thắng',
    address: 'ấp Chông Văn, xã Tam Ngãi, tỉnh Vĩnh Long',
    stars: 4,
    decision: { number: '3981/QĐ-UBND', date: '2026-11-23', authority: 'Chủ tịch Ủy ban nhân dân tỉnh Vĩnh Long' },
    validFrom: '2026-11-23',
    validTo: '2029-11-22',
    place: 'Vĩnh Long',
    date: '2026-11-23',
    signature: { authority: ['Chủ tịch'], name: 'Nguyễn Thị Hồng Gấm' },
    lookup: { url: 'https://dacsan.example.vn/giay-chung-nhan/3981-2026-045', shownAs: 'dacsan.example.vn/giay-chung-nhan' },
    createdAt,
    ...changes,
  }
}

export function aLabel(changes: Partial<Label> = {}): Label {
  return {
    product: 'Dừa sáp sợi sấy giòn Hòa Tân',
    stars: 4,
    producer: 'HTX Nông nghiệp Quyết Thắng',
    place: 'xã Tam Ngãi, tỉnh Vĩnh Long',
    lot: 'DS-2611/A',
    producedOn: '2026-11-20',
    bestBefore: '2027-05-20',
    netContent: '500 g',
    url: 'https://dacsan.example.vn/01/08938501234568/10/DS-2611%2FA',
    shortUrl: 'dacsan.example.vn/t/7K3M9QX2R4TZ81',
    ...changes,
  }
}

export const aLeaflet = (changes: Partial<Leaflet> = {}): Leaflet => ({
  size: 'a5',
  issuer: 'HTX Thử',
  title: 'Một ngày ở Cầu Kè',
  about: 'Từ lò cốm dẹp đến vườn dừa sáp.',
  facts: [{ term: 'Đón khách', value: 'tháng 11 đến tháng 2' }],
  standing: 'Tuyến này chưa có quyết định công nhận.',
  sketch: {
    width: 320,
    height: 200,
    points: [
      { x: 40, y: 60, number: 1 },
      { x: 240, y: 150, number: 2 },
    ],
  },
  sketchTitle: 'Sơ đồ theo tọa độ',
  stops: [
    { number: 1, name: 'Lò cốm dẹp', facts: ['Nơi làm ra sản phẩm · 60 phút'], about: 'Giã cốm.' },
    { number: 2, name: 'Vườn dừa sáp', facts: ['Cảnh · 90 phút'], about: '' },
  ],
  address: 'https://ocop.example.vn/tuyen/mot-ngay-o-cau-ke',
  addressTitle: 'Quét để xem trang của tuyến',
  foot: '',
  createdAt: new Date('2026-11-29T03:00:00Z'),
  ...changes,
})

export function aSlip(n = 1): Slip {
  return {
    issuer: 'Nền tảng Đặc Sản',
    title: 'Phiếu mời dùng hệ thống',
    facts: [
      { term: 'Người nhận', value: `Nguyễn Thị Số ${n}` },
      { term: 'Đăng nhập bằng', value: `nguyen.thi.thuy.duong.phuong.anh.${n}@phongnongnghiepvamoitruong.vinhlong.gov.vn` },
      { term: 'Vai trò', value: 'Cán bộ xã, UBND xã Cầu Kè' },
    ],
    address: `https://ocop.example.vn/loi-moi/L_gf3Dq5ZAY2ONisp-RaKO3BBrwrqKfaGGfV9C16mB${n}`,
    addressTitle: 'Quét mã, hoặc gõ đúng địa chỉ này:',
    steps: ['Mở camera điện thoại.', 'Tự đặt mật khẩu.'],
    foot: 'Phiếu dùng một lần.',
  }
}

export function anAddressLabel(n = 1, changes: Partial<AddressLabel> = {}): AddressLabel {
  return {
    sender: {
      title: 'Người gửi',
      name: 'Hợp tác xã Dừa sáp Cầu Kè',
      phone: '0294 123 4567',
      address: 'Ấp Chông Nô 1, xã Cầu Kè, tỉnh Vĩnh Long',
    },
    receiver: {
      title: 'Người nhận',
      name: `Nguyễn Thị Ngọc Ề ${n}`,
      phone: '0912 345 678',
      address: 'Số 5, hẻm 12, đường Nguyễn Thị Minh Khai, phường Trà Vinh, tỉnh Vĩnh Long',
    },
    code: `DS7K2M9XQ${n}`,
    codeTitle: 'Mã đơn',
    notes: ['Người gửi mang giao', 'Hàng dễ vỡ'],
    ...changes,
  }
}

export function aPaperList(rows = 3): PaperList {
  return {
    issuer: 'Hợp tác xã Dừa sáp Cầu Kè',
    title: 'Phiếu nhặt hàng',
    facts: [{ term: 'Đơn', value: 'DS7K2M9XQ1, DS7K2M9XQ2' }],
    columns: [
      { header: 'Nhặt', width: 1, tick: true },
      { header: 'Hàng', width: 5 },
      { header: 'Lô', width: 3 },
      { header: 'Số lượng', width: 2, align: 'right' },
    ],
    rows: [
      ...Array.from({ length: rows }, (_, at) => ({ cells: ['', `Mứt dừa sáp hũ ${at + 1}`, `261128-${at + 1}`, '2'] })),
      { cells: ['', 'Cộng', '', String(rows * 2)], total: true },
    ],
    notes: ['Lấy lô hết hạn trước.'],
  }
}
