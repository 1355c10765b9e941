import { searchWords } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import {
  selectCommune,
  selectCommunes,
  selectCommunesInDistricts,
  selectFormerCommune,
  selectFormerDistricts,
  selectMatches,
  selectOrigins,
  selectSuccessors,
} from './communes.store.ts'
import type { Commune, CommuneInDistrict, CommuneMatch, FormerCommune } from './communes.store.ts'

/** The commune of today by its code. A code of before 1 July 2025 may be another place: ask {@link communeOfFormer}. */
export function findCommune(db: ReadDb, code: string): Promise<Commune | undefined> {
  return selectCommune(db, code)
}

export function listCommunes(db: ReadDb): Promise<Commune[]> {
  return selectCommunes(db)
}

export function findFormerCommune(db: ReadDb, code: string): Promise<FormerCommune | undefined> {
  return selectFormerCommune(db, code)
}

/** Where an old commune went: one commune of today, several when it was split (then a person chooses), none when the code is unknown. */
export function communeOfFormer(db: ReadDb, formerCode: string): Promise<Commune[]> {
  return selectSuccessors(db, formerCode)
}

/** The old communes that a commune of today was made of. */
export function formersOfCommune(db: ReadDb, code: string): Promise<FormerCommune[]> {
  return selectOrigins(db, code)
}

/** Every commune of today with the districts of before that it was made of, by province and district. */
export function communesInDistricts(db: ReadDb): Promise<CommuneInDistrict[]> {
  return selectCommunesInDistricts(db)
}

export function listFormerDistricts(db: ReadDb): Promise<{ code: string; name: string; provinceName: string }[]> {
  return selectFormerDistricts(db)
}

/** Finds a place by its name of today or of before, with its district of before, accents and order of words ignored. */
export function searchCommunes(db: ReadDb, text: string, limit = 20): Promise<CommuneMatch[]> {
  const words = searchWords(text)
  return words.length === 0 ? Promise.resolve([]) : selectMatches(db, words, limit)
}
