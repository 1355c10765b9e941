import type { PersonalData } from '../personal-data.ts'

/** The province keeps no table. */
export const personalData: PersonalData = { holdings: {}, others: [] }
