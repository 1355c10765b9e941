import { seedRegister } from '../../../modules/certificates/index.ts'
import type { Tx } from '../../../modules/context.ts'
import { loadLaw } from '../../../modules/law/index.ts'
import { loadProgramme } from '../../../modules/programme/index.ts'

/** Law and communes first: the register's places and sets refer to them. */
export async function seedReference(tx: Tx, at: Date): Promise<void> {
  await loadLaw(tx)
  await seedRegister(tx, at)
  await loadProgramme(tx)
}
