import { moneyUnit } from './money.ts'

/** What the pages say on which a seller offers goods by weight and weighs them. */
export const weighingWords = {
  offer: 'Bán theo cân thực',
  offerHint:
    'Dành cho con, trái không đều nhau. Ghi giá một kg và khoảng cân của một con, một trái: khách thấy và đồng ý mức cao nhất, bạn cân khi đóng gói. Giá một đơn vị ở trên được tính ra. Xóa trống cả ba ô để bán theo đơn vị.',
  perKg: 'Giá một kg',
  dong: moneyUnit.word,
  least: 'Nhẹ nhất',
  most: 'Nặng nhất',
  gram: 'g',
  title: 'Cân thực',
  piece: (unit: string, at: number, of: number, lot: string) => `${unit} ${at}/${of}, lô ${lot}`,
  said: (price: string, range: string) => `${price}/kg, đã nói ${range} kg`,
  hint: 'Gam. Nặng hơn mức đã nói vẫn chỉ tính mức cao nhất; nhẹ hơn thì tính theo cân, khách được báo và được từ chối.',
  save: 'Ghi cân',
  saveAgain: 'Ghi lại cân',
  notWeighed: 'Chưa cân: chưa đóng gói được',
  weighed: (kilograms: string, sum: string) => `Đã cân ${kilograms} kg = ${sum}`,
  light: 'Nhẹ hơn mức đã nói: khách được báo, có thể từ chối trước khi giao',
  finalSum: (sum: string) => `Tổng đơn theo cân thực: ${sum}`,
  back: (sum: string) => `Phải hoàn cho khách: ${sum}`,
  toRefund: 'Ghi nhận đã hoàn ở trang của đơn',
  onPackingPage: 'Cân ở trang Đóng gói',
  reduced: 'Giảm theo cân thực',
  collectLater: (most: string) => `Thu hộ: cân xong mới biết, nhiều nhất ${most}`,
  pricePerKg: (price: string) => `${price}/kg`,
  kilograms: (quantity: string, kilograms: string) => `${quantity} = ${kilograms} kg`,
  mostSum: 'Chưa cân: tổng tiền là mức cao nhất.',
  saved: 'Đã ghi cân.',
  wrong: 'Ghi cân bằng số gam, từ 1 đến 1.000.000.',
}
