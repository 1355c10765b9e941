/** How the name of a place says what it is. */
export const placeKindWords = { commune: 'Xã', ward: 'Phường', town: 'Thị trấn', province: 'Tỉnh', city: 'Thành phố' } as const

/** Places between commune and province until 30 June 2025. */
export const formerPlaceKindWords = ['Huyện', 'Quận', 'Thị xã'] as const

/** How addresses shorten the kind of a place, before a full stop. */
export const placeAbbreviations = {
  x: placeKindWords.commune,
  p: placeKindWords.ward,
  tt: placeKindWords.town,
  t: placeKindWords.province,
  tp: placeKindWords.city,
  h: 'Huyện',
  q: 'Quận',
  tx: 'Thị xã',
} as const
