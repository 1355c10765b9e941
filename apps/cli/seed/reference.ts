import { importRegister, provincialRegister } from '../../../modules/catalogue/index.ts'
import { importCertificates } from '../../../modules/certificates/index.ts'
import type { Tx } from '../../../modules/context.ts'
import { loadLaw } from '../../../modules/law/index.ts'
import { loadProgramme } from '../../../modules/programme/index.ts'

/** Law and communes first: the register's places and sets refer to them. */
export async function seedReference(tx: Tx): Promise<void> {
  await loadLaw(tx)
  const imported = await importRegister(tx, provincialRegister())
  if (!imported.ok) throw new Error(`the register of the province does not fit: ${JSON.stringify(imported.refusal)}`)
  await importCertificates(tx, imported.value.certificates)
  await loadProgramme(tx)
}
