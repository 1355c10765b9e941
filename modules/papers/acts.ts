import { nameActs } from '@dacsan/decisions'
import type { ActRows } from '../identity/rules.ts'

/**
 * What can be done to a paper. Whoever may read what it is about may have its papers; the row of a paper may ask for more (`by`), in the
 * room that it belongs to.
 */
export const paperActs = nameActs('paper', {
  produce: { by: { anyone: 'any' }, event: 'paper.produced', says: 'Lập văn bản' },
} as const satisfies ActRows)
