/** The field of a form in which the secretary says why a member is not counted as present. */
export const absenceField = (memberId: string): string => `absence:${memberId}`
