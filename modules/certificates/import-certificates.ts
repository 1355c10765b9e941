import { newId } from '@dacsan/platform/ids'
import { recordStanding } from '../catalogue/index.ts'
import type { RegisterCertificate } from '../catalogue/index.ts'
import type { Tx } from '../context.ts'
import { codesBeginning, hasImported, insertCertificate } from './certificate.store.ts'

/**
 * Records certificates that are older than this platform, as far as their sources go, in the caller's transaction; what is on file already is
 * left unchanged. Their papers were never ours: the code only names them here, by year and product.
 */
export async function importCertificates(tx: Tx, certificates: readonly RegisterCertificate[]): Promise<number> {
  let imported = 0
  for (const certificate of certificates) {
    if (await hasImported(tx, certificate)) continue
    const { productSlug, standing, ...facts } = certificate
    const code = await freeCode(tx, `${facts.year ?? 'chua-ro-nam'}-${productSlug}`)
    await insertCertificate(tx, {
      ...facts,
      id: newId('cer'),
      code,
      address: null,
      decisionId: null,
      dossierId: null,
      productCode: null,
      status: standing ? 'active' : 'superseded',
      isSample: false,
    })
    if (standing) await recordStanding(tx, { ...standing, certificateCode: code })
    imported++
  }
  return imported
}

async function freeCode(tx: Tx, base: string): Promise<string> {
  const taken = new Set(await codesBeginning(tx, base))
  let code = base
  for (let number = 2; taken.has(code); number++) code = `${base}-${number}`
  return code
}
