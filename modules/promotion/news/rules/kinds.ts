/** What kind of piece an item is: all are written, released and corrected alike. */
export const newsKinds = ['news', 'story', 'recipe'] as const
export type NewsKind = (typeof newsKinds)[number]
