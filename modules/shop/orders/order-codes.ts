import { randomInt } from 'node:crypto'
import { transferCode } from '@dacsan/vietqr'
import type { ReadDb } from '../../context.ts'
import { province } from '../../province/index.ts'
import { isCodeTaken } from './placement.store.ts'

const serials = 31 ** 7

/** Random, so that a code tells nothing about how many orders there are; with a check character, so that a typing error pays for nobody's. */
export async function freeCodes(db: ReadDb, count: number): Promise<string[]> {
  for (;;) {
    const codes = [...new Set(Array.from({ length: count }, newCode))]
    if (codes.length === count && !(await isCodeTaken(db, codes))) return codes
  }
}

function newCode(): string {
  const code = transferCode(province().orderPrefix, randomInt(serials))
  if (!code.ok) throw new Error(`no transfer code: ${code.refusal.code}`)
  return code.value
}
