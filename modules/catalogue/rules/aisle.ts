/** The criteria sets as a shopper sees them. Which set stands in which aisle is data of the criteria version; the grouping is ours and decides nothing. */
export const aisles = ['fresh', 'grain', 'food', 'spice', 'tea', 'drink', 'herbal', 'craft', 'plant', 'tourism'] as const
export type Aisle = (typeof aisles)[number]

export const isAisle = (text: string | undefined): text is Aisle => aisles.some((aisle) => aisle === text)
