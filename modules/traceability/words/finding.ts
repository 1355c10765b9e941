export const foundWords = {
  lots: 'Lô hàng',
  lot: (number: string, product: string) => `Lô ${number}: ${product}`,
  lotFacts: (code: string, status: string) => `${code} · ${status}`,
  doubts: 'Phản ánh',
  doubt: (product: string | null, status: string) => (product === null ? status : `${product} · ${status}`),
}
