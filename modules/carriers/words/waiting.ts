export const waitingWords = {
  lines: (count: number) => `${count} dòng đối soát COD chờ bạn trả lời`,
  parcels: (count: number) => `${count} vận đơn chưa rõ hãng đã nhận hay chưa`,
}
