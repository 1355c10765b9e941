import type { ReadDb } from '../../context.ts'
import type { Known } from '../rules.ts'
import { countEnding, countFirstDossiers, countIdle } from './known.store.ts'

export const daysOfYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** What is known of each commune before anybody plans its year; those of which nothing is known are absent. */
export async function knownOf(db: ReadDb, year: number): Promise<Map<string, Known>> {
  const [dossiers, ending, idle] = await Promise.all([countFirstDossiers(db), countEnding(db, daysOfYear(year)), countIdle(db)])
  const count = (rows: typeof idle, code: string) => rows.find(({ communeCode }) => communeCode === code)?.count ?? 0
  const codes = new Set([dossiers, ending, idle].flatMap((rows) => rows.map(({ communeCode }) => communeCode)))
  return new Map(
    [...codes].map((code) => [code, { dossiers: count(dossiers, code), ending: count(ending, code), idle: count(idle, code) }]),
  )
}
