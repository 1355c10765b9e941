import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { groupRegister, importRegister, readRegisterFile } from '../catalogue/index.ts'
import type { RegisterRejected } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { importCertificates } from './import-certificates.ts'
import { registerActs } from './rules.ts'

export type ImportedFile = { producers: number; products: number; certificates: number }

/** Imports recognitions that are older than this platform, all rows of a file or none; what is on file already is left unchanged. */
export async function importRegisterFile(
  ctx: Ctx,
  file: { name: string; bytes: Uint8Array },
): Promise<Outcome<ImportedFile, RegisterRejected>> {
  requireAct(ctx.actor, registerActs.import)
  const register = await readRegisterFile(file.bytes)
  if (!register.ok) return register
  const { rows, problems } = register.value
  if (problems.length > 0) return refuse('register-rejected', { problems })
  return inTransaction(ctx, async (tx) => {
    const imported = await importRegister(tx, groupRegister(rows).producers)
    if (!imported.ok) return imported
    const { producers, products } = imported.value
    const counts = { producers, products, certificates: await importCertificates(tx, imported.value.certificates) }
    await record(tx, ctx, registerActs.import, { subjectId: file.name.slice(0, 200), detail: counts })
    return done(counts)
  })
}
