/** What kinds of personal data a breach reached. */
export const breachKinds = ['name', 'contact', 'address', 'identity-number', 'bank', 'location', 'biometric', 'password', 'other'] as const
export type BreachKind = (typeof breachKinds)[number]

/** Where one of these is reached, the persons are told within the same hours as the authority (Luật 91/2025/QH15; from a secondary source). */
export const toldToPersons: readonly BreachKind[] = ['location', 'biometric']

export const mustTellPersons = (kinds: readonly BreachKind[]): boolean => kinds.some((kind) => toldToPersons.includes(kind))

/** The hours that are left, minus where they are over; in whole hours, as a clock on a page says it. */
export const hoursLeft = (reportBy: Date, now: Date): number => Math.floor((reportBy.getTime() - now.getTime()) / 3_600_000)
