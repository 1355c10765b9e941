import type { ReadDb } from '../../context.ts'
import { selectCertificate } from '../certificate.store.ts'
import { judgeCredential } from '../rules.ts'
import { attestedOf } from './attest-certificate.ts'
import { selectCredentials } from './credential.store.ts'
import { issuerKeys } from './issuer-keys.ts'

/** Credentials that are not genuine, or say something else than their certificates. */
export async function proveCredentials(db: ReadDb, now: Date): Promise<{ checked: number; faults: string[] }> {
  const [{ keys }, credentials] = [await issuerKeys(db), await selectCredentials(db)]
  const faults: string[] = []
  for (const { code, jwt } of credentials) {
    const judgement = await judgeCredential(jwt, { keys, lists: [], now })
    const certificate = await selectCertificate(db, code)
    const says = certificate && attestedOf(certificate)
    if (!judgement.genuine) faults.push(`the credential of certificate ${code} is not genuine: ${judgement.part}`)
    else if (!says || !isSame(judgement.attested, says)) faults.push(`certificate ${code} is not what was signed of it`)
  }
  return { checked: credentials.length, faults }
}

const isSame = (one: object, other: object) =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted())
