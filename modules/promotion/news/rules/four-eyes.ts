/** Who wrote any version of a text does not judge it, and does not let it out. */
export const isOwnText = (writers: readonly (string | null)[], who: string | null): boolean => who !== null && writers.includes(who)
