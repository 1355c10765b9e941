/** What stands in the picture of the stars of a product. */
export const markWords = {
  named: (stars: number, product: string) => `OCOP ${stars} sao: ${product}`,
  stars: (stars: number) => `OCOP ${stars} sao`,
  until: (code: string, day: string) => `${code} · đến ${day}`,
}
