/** How the name of a place says what it is. */
export const placeKindWords = { commune: 'Xã', ward: 'Phường', town: 'Thị trấn', province: 'Tỉnh', city: 'Thành phố' } as const
