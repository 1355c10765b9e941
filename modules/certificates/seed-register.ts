import { newId } from '@dacsan/platform/ids'
import { importRegister, provincialRegister, provincialRegisterFile } from '../catalogue/index.ts'
import type { Tx } from '../context.ts'
import { importCertificates } from './import-certificates.ts'
import { insertImport } from './register-import.store.ts'
import { registerActs } from './rules.ts'

/**
 * The public register that comes with the software, put on file at the first start by the software itself: the same reading, without two persons,
 * and marked so.
 */
export async function seedRegister(tx: Tx, at: Date): Promise<void> {
  const register = provincialRegister()
  const id = newId('imp')
  const recognitions = register.flatMap(({ products }) => products.flatMap((product) => product.recognitions))
  await insertImport(tx, {
    id,
    source: 'reference',
    ...provincialRegisterFile(),
    rowCount: recognitions.length,
    status: registerActs['carry-out'].to,
    problems: [],
    faulty: { headings: [], rows: [] },
    proposedAt: at,
    proposedBy: null,
    finishedAt: at,
  })
  const imported = await importRegister(tx, register)
  if (!imported.ok) throw new Error(`the register of the province does not fit: ${JSON.stringify(imported.refusal)}`)
  await importCertificates(tx, imported.value.certificates, { importId: id, at })
}
