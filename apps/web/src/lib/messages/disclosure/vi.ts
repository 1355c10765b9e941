import { registerOrderWords, sortWords } from '@dacsan/modules/catalogue/words'
import { ownerFacts } from '@dacsan/modules/disclosure/words'

/** Who owns the site, what the law wants published, and by what goods are put in order. */
export const vi = {
  owner: {
    title: 'Chủ quản và điều khoản',
    description: 'Ai chịu trách nhiệm về trang này, và các điều khoản mua bán.',
    heading: 'Chủ quản trang',
    none: 'Chủ quản chưa công bố thông tin của mình.',
    facts: { ...ownerFacts, domain: 'Tên miền' } as Record<keyof typeof ownerFacts | 'domain', string>,
    policies: 'Điều khoản',
    version: 'bản {version}',
    notPublished: 'chưa công bố',
    comingFrom: 'có bản mới từ {day}',
    parts: 'Luật buộc công bố những gì',
    columns: { article: 'Điều', title: 'Nội dung', at: 'Ở đâu' },
    read: 'Xem',
    notFound: 'chưa thấy trong nguồn',
    inferred: 'Tên từng điều ghi theo nguồn thứ cấp, cần đối chiếu với Công báo.',
  },
  ranking: {
    title: 'Cách xếp thứ tự sản phẩm',
    description: 'Tiêu chí xếp thứ tự sản phẩm, đọc thẳng từ phần mềm đang chạy.',
    lead: 'Tiêu chí đứng trước quyết định trước; tiêu chí sau chỉ xét khi các tiêu chí trước bằng nhau.',
    withWords: 'Khi tìm bằng từ',
    always: 'Mọi khi',
    states: 'Thứ tự của tình trạng chứng nhận',
    likeness: 'Không có tên nào đúng những chữ đã gõ thì tìm những tên gần giống, và trang nói rõ như vậy.',
    names:
      'Gõ một tên gọi khác của hàng (tiếng Anh, tiếng Khmer, tên trong vùng) thì thấy cả hàng mang tên kia; các tên đó không đổi thứ tự.',
    bands: 'Các khoảng giá chia ở {begins}; lấy giá quy cách rẻ nhất còn hàng.',
    paid: 'Không ai trả tiền để được đứng trước, và không có chỗ quảng cáo trong danh sách.',
    source: 'Danh sách này sinh ra từ chính bảng mà câu truy vấn dùng.',
    ways: { ...sortWords } as Record<keyof typeof sortWords, string>,
    orders: { ...registerOrderWords } as Record<keyof typeof registerOrderWords, string>,
  },
}
export type DisclosureMessages = typeof vi
