import type { CommuneReview, FormSection } from '../rules.ts'

/** What the commune asks for where it returns one. */
export const sampleRequest = [{ about: 'section:business', text: 'Ghi rõ nguồn nguyên liệu mua của ai, ở ấp nào.' }] as const

/** The paper that every sample dossier carries. */
export const sampleEvidence = {
  kind: 1,
  title: 'Giấy chứng nhận đăng ký hợp tác xã',
  number: '5807000001',
  issuedBy: 'Phòng Tài chính – Kế hoạch',
  issuedOn: '2020-03-12',
  expiresOn: null,
} as const

/** What the commune writes of one. */
export const sampleReview: CommuneReview = {
  formCheck: {
    'registration-form': 'yes',
    'self-assessment': 'yes',
    'business-registration': 'yes',
    'papers-valid': 'yes',
    samples: 'yes',
    'set-right': 'yes',
  },
  materials: 'Nguyên liệu mua của 32 hộ trong xã, có sổ thu mua; xã đã đối chiếu.',
  labour: '18 lao động, 15 người ở trong xã, 11 nữ.',
  idea: 'Cách làm có từ lâu ở địa phương, cơ sở cải tiến khâu đóng gói.',
  identity: 'Gắn với mùa vụ và cách ăn của bà con trong vùng.',
  meetingOn: null,
  participants: 'Lãnh đạo UBND xã, Phòng Kinh tế, Hội Nông dân, Hội Phụ nữ, Trưởng ấp.',
  conclusion: 'Xã thống nhất đề nghị tỉnh đánh giá, phân hạng.',
}

/** Words to fill a form with where nobody's own are at hand. */
export const sampleTyped: Record<FormSection, Record<string, string>> = {
  producer: {
    organisationName: 'Hợp tác xã Mẫu',
    registrationNo: '5807000001',
    representative: 'Nguyễn Thị Mẫu',
    position: 'Giám đốc',
    gender: 'female',
    address: 'Ấp Mẫu, tỉnh Vĩnh Long',
    phone: '0912 345 678',
  },
  registration: {
    productName: 'Sản phẩm mẫu',
    productDescription: 'Làm từ nguyên liệu trong xã, đóng gói 500 g.',
    changes: 'Đổi bao bì, thêm mã truy xuất.',
    hasBusinessRegistration: 'on',
    hasQualityDeclaration: 'on',
    hasFoodSafety: 'on',
    samplesReady: 'on',
  },
  business: {
    materials: 'Mua của các hộ trong xã theo hợp đồng.',
    process: 'Xưởng 200 m², một máy sấy, một máy đóng gói.',
    outputUnit: 'kg',
    outputLastYear: '12.500',
    outputYearBefore: '9.800',
    revenueLastYear: '1.250.000.000',
    revenueYearBefore: '940.000.000',
    profitLastYear: '180.000.000',
    profitYearBefore: '120.000.000',
    labourTotal: '18',
    labourLocal: '15',
    labourFemale: '11',
    markets: 'Chợ, đại lý trong tỉnh, một sàn thương mại điện tử.',
  },
  plan: {
    planOutput: '15.000',
    planRevenue: '1.500.000.000',
    planMarket: 'Thêm ba đại lý ngoài tỉnh.',
    planQuality: 'Kiểm nghiệm sáu tháng một lần.',
  },
}
