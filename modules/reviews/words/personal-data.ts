export const personalDataWords = {
  reviews: {
    says: 'Đánh giá đã viết',
    fields: { product: 'Sản phẩm', rating: 'Điểm', words: 'Nội dung', name: 'Tên hiện ra', status: 'Tình trạng', at: 'Lúc' },
  },
  steps: { says: 'Việc đã làm với đánh giá', fields: { product: 'Sản phẩm', step: 'Việc', words: 'Nội dung', at: 'Lúc' } },
  questions: { says: 'Câu hỏi cho người bán, số điện thoại để báo trả lời', fields: { words: 'Nội dung', at: 'Lúc' } },
  answers: {
    says: 'Câu trả lời công khai của người bán',
    fields: { product: 'Sản phẩm', words: 'Nội dung', status: 'Tình trạng', at: 'Lúc' },
  },
} as const

/** The same for whoever bought without an account. */
export const spokenHeld = {
  en: {
    says: 'Reviews written',
    fields: { product: 'Product', rating: 'Points', words: 'Words', name: 'Name shown', status: 'State', at: 'At' },
    codes: {
      status: {
        shown: 'Shown',
        hidden: 'Hidden',
        objected: 'Hidden, the writer objected',
        upheld: 'Hidden, looked at again',
        withdrawn: 'Withdrawn',
      },
    },
  },
  km: {
    says: 'ការវាយតម្លៃដែលបានសរសេរ',
    fields: { product: 'ផលិតផល', rating: 'ពិន្ទុ', words: 'ខ្លឹមសារ', name: 'ឈ្មោះដែលបង្ហាញ', status: 'ស្ថានភាព', at: 'នៅ' },
    codes: {
      status: {
        shown: 'កំពុងបង្ហាញ',
        hidden: 'បានលាក់',
        objected: 'បានលាក់ អ្នកសរសេរជំទាស់',
        upheld: 'បានលាក់ ពិនិត្យម្តងទៀតហើយ',
        withdrawn: 'អ្នកសរសេរបានដកវិញ',
      },
    },
  },
} as const
