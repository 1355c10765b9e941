import type { PersonalData } from '../personal-data.ts'
import { trainingOthers, trainingPersonalData } from './training/personal-data.store.ts'

export const personalData: PersonalData = { holdings: trainingPersonalData, others: trainingOthers }
