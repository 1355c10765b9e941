/** The totals of a series, a column each. */
export const publishedWords: Record<string, string> = {
  products: 'Tổng',
  'stars-5': '5 sao',
  'potential-5': 'Tiềm năng 5 sao',
  'stars-4': '4 sao',
  'stars-3': '3 sao',
  producers: 'Chủ thể',
}

/** What was told beside the totals, a line each. */
export const publishedPartWords: Record<string, string> = {
  'products-new': 'Sản phẩm mới',
  'products-new-stars-3': 'Sản phẩm mới, 3 sao',
  'products-new-stars-4': 'Sản phẩm mới, 4 sao',
  'products-new-stars-5': 'Sản phẩm mới, 5 sao',
  'growth-after-recognition': 'Sản lượng, doanh thu tăng sau công nhận (%)',
  'producers-enterprise': 'Chủ thể là doanh nghiệp',
  'producers-company': 'Chủ thể là công ty',
  'producers-private-enterprise': 'Chủ thể là doanh nghiệp (ngoài công ty)',
  'producers-cooperative': 'Chủ thể là hợp tác xã',
  'producers-cooperative-group': 'Chủ thể là tổ hợp tác',
  'producers-household': 'Chủ thể là hộ',
}
