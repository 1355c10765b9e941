/** What the letters of the commune cite. */
export const citationWords = {
  decisionOfPrimeMinister: (number: string) => `Quyết định số ${number} của Thủ tướng Chính phủ`,
} as const
