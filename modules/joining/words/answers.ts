/** What whoever asked reads where the answer is not written by hand. */
export const answerWords = {
  anotherConfirmed: 'Cơ sở này đã được xác nhận cho người đại diện khác. Nếu bạn cho là nhầm, hãy mang giấy tờ đến Ủy ban nhân dân xã.',
} as const
