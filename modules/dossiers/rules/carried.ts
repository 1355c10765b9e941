/** A place of a dossier that was taken over from the last one of the same product: a part of the form, a section of the scorecard, or its papers. */
export type CarriedPlace = 'business' | 'plan' | 'evidence' | `score:${string}`

export const carriedPlaces = /^(business|plan|evidence|score:\d+)$/

/** @example scorePlace('7') // 'score:7' */
export const scorePlace = (sectionCode: string): CarriedPlace => `score:${sectionCode}`
