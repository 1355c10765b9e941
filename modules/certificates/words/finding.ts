export const foundWords = {
  certificates: 'Giấy chứng nhận',
  certificate: (number: string, producer: string, stars: number) => `${number} · ${producer} · ${stars} sao`,
}
