/** What a producer is called where its organisation is merged into another. */
export const producersOfOrganisation = {
  one: (name: string): string => `Chủ thể ${name}, cùng sản phẩm, hồ sơ và gian hàng`,
  both: (from: string, into: string): string => `chủ thể ${from} và chủ thể ${into}`,
} as const
