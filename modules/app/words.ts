/** The integrity checks that belong to no room. */
export const houseCheckNames = { files: 'Tệp: nội dung đúng như khi nhận' } as const
