import type { ReadDb } from '../context.ts'
import { selectToldAbout } from './told.store.ts'
import type { ToldAbout } from './told.store.ts'

export type HowTold = Pick<ToldAbout, 'name' | 'objectId' | 'recipient' | 'personName' | 'at'> & {
  state: 'reached' | 'waiting' | 'not-reached'
}

/**
 * Who was told about some things, and whether it arrived: somebody opened it, or a provider took it. Whoever asks has the right to know.
 *
 * @example await howTold(db, { type: 'lot', ids: lotIds, names: ['lot.recalled'] })
 */
export async function howTold(db: ReadDb, about: { type: string; ids: readonly string[]; names: readonly string[] }): Promise<HowTold[]> {
  const rows = await selectToldAbout(db, about)
  return rows.map(({ arrived, onItsWay, ...row }) => ({ ...row, state: arrived ? 'reached' : onItsWay ? 'waiting' : 'not-reached' }))
}
