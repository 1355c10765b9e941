/** By which right a photo is shown. */
export const photoLicences = ['own', 'permission', 'cc-by', 'cc-by-sa', 'public-domain'] as const
export type PhotoLicence = (typeof photoLicences)[number]

export const mostPhotos = 8
/** A photo at the width of a page, and one beside a title. */
export const newsPhotoSizes = { wide: { side: 1200, most: 60 * 1024 }, small: { side: 480, most: 20 * 1024 } } as const
