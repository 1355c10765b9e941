/** What the description of the open data says of itself. */
export const openDataWords = {
  title: (siteName: string, area: string) => `${siteName}: dữ liệu mở về sản phẩm OCOP ${area}`,
  description: 'Read only. Times and dates are those of Việt Nam. What is not known is null.',
} as const
