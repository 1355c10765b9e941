/** What stands on a picture, and beside it on the desk. */
export const pictureWords = {
  stars: (count: number) => `OCOP ${count} sao`,
  from: (price: string) => `Từ ${price}`,
  price: (price: string) => price,
  noPhoto: 'Chưa có ảnh',
  sample: 'dữ liệu mẫu',
}
export const sharePicturesBox = { square: 'Ảnh để chia sẻ, có mã QR' }
