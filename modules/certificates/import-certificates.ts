import { newId } from '@dacsan/platform/ids'
import { freeSlug, recordStandings } from '../catalogue/index.ts'
import type { RegisterCertificate } from '../catalogue/index.ts'
import type { Tx } from '../context.ts'
import {
  insertImported,
  nameSuccessors,
  selectCodes,
  selectOnFile,
  updateImported,
  updateSuperseded,
} from './imported-certificate.store.ts'
import type { ImportedCertificate } from './imported-certificate.store.ts'
import { certificateActs, foundOf } from './rules.ts'
import type { OnFile } from './rules.ts'
import type { CertificateId, ImportId } from './rules/ids.ts'
import { dayOf } from './rules/import.ts'

type Standing = NonNullable<RegisterCertificate['standing']>

/**
 * Records certificates that are older than this platform, as far as their sources go, in the caller's transaction and in a few statements; what is
 * on file already is left unchanged, or corrected where an import brought it. Their papers were never ours: the code only names them here, by year
 * and product. A product stands by the latest of all its certificates, those that were here before included.
 */
export async function importCertificates(
  tx: Tx,
  certificates: readonly RegisterCertificate[],
  from: { importId: ImportId | null; at: Date } = { importId: null, at: new Date() },
): Promise<number> {
  const onFile = Map.groupBy(
    await selectOnFile(tx, [...new Set(certificates.map(({ productId }) => productId))]),
    ({ productId }) => productId,
  )
  const added: { told: RegisterCertificate; row: ImportedCertificate }[] = []
  const corrected: (RegisterCertificate & { id: CertificateId })[] = []
  const standings: (Standing & { certificateCode: string | null })[] = []
  const replaced: { id: CertificateId; by: CertificateId }[] = []
  for (const told of certificates) {
    const { productSlug, standing, ...facts } = told
    const held = onFile.get(told.productId) ?? []
    const { finding, same } = foundOf(told, held)
    if (finding === 'changed') {
      corrected.push({ ...told, id: same!.id })
      if (standing && same!.status === certificateActs.issue.to) standings.push({ ...standing, certificateCode: same!.code })
    }
    if (finding !== 'new') continue
    const id = newId('cer')
    const active = held.find(({ status }) => status === certificateActs.issue.to)
    const isCurrent = standing !== null && followsAll(told, held)
    const status = isCurrent ? certificateActs.issue.to : certificateActs.supersede.to
    added.push({ told, row: { ...facts, id, code: `${facts.year ?? 'chua-ro-nam'}-${productSlug}`, status } })
    if (isCurrent && active) replaced.push({ id: active.id, by: id })
  }
  await updateImported(
    tx,
    corrected.map(({ id, stars, decisionDate, authority, issuedOn, validUntil, validityInferred }) => ({
      id,
      stars,
      decisionDate,
      authority,
      issuedOn,
      validUntil,
      validityInferred,
      importId: from.importId,
    })),
  )
  await updateSuperseded(
    tx,
    replaced.map(({ id }) => id),
    certificateActs.supersede.to,
  )
  const codes = await insertWithCodes(
    tx,
    added.map(({ row }) => row),
    from,
  )
  await nameSuccessors(tx, replaced)
  for (const { told, row } of added) {
    if (told.standing && row.status === certificateActs.issue.to) standings.push({ ...told.standing, certificateCode: codes.get(row.id)! })
  }
  await recordStandings(tx, standings)
  return added.length
}

/** Whether a recognition is later than everything on file of its product; of two without a day, the one on file stays. */
function followsAll(told: RegisterCertificate, held: readonly OnFile[]): boolean {
  const day = dayOf(told) ?? ''
  return held.every((other) => (dayOf(other) ?? '') < day && (other.withdrawnOn ?? '') < (day || '0'))
}

async function insertWithCodes(
  tx: Tx,
  rows: readonly ImportedCertificate[],
  from: { importId: ImportId | null; at: Date },
): Promise<Map<CertificateId, string>> {
  const codes = new Map<CertificateId, string>()
  let left = rows
  while (left.length > 0) {
    const taken = new Set(await selectCodes(tx, [...new Set(left.map(({ code }) => code))]))
    const next = new Map<string, number>()
    const named = left.map((row) => {
      const { slug: code, number } = freeSlug(row.code, taken, next.get(row.code))
      taken.add(code)
      next.set(row.code, number + 1)
      return { ...row, code }
    })
    const inserted = new Set(await insertImported(tx, named, from))
    for (const { id, code } of named) if (inserted.has(id)) codes.set(id, code)
    left = left.filter(({ id }) => !inserted.has(id))
  }
  return codes
}
