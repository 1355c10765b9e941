export const foundWords = {
  products: 'Sản phẩm',
  producers: 'Chủ thể',
  product: (producer: string, stars: number | null) => (stars === null ? producer : `${producer} · ${stars} sao`),
}
