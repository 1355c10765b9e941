/** The languages that the public pages can speak; a province chooses among them. Vietnamese is the law's and always there. */
export const languages = ['vi', 'en', 'km'] as const
export type Language = (typeof languages)[number]

/** What a province may colour of the pages: each with its light and its dark form. The names are those of the design tokens. */
export const colourNames = [
  'water',
  'water-deep',
  'water-wash',
  'on-water',
  'laterite',
  'laterite-wash',
  'turmeric',
  'turmeric-wash',
] as const
