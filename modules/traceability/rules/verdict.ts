import type { PlainDate } from '@dacsan/vietnam'
import type { CertificateState } from '../../catalogue/rules.ts'
import { isExpired } from './lot.ts'
import type { LotStatus } from '../acts.ts'

/** What a buyer reads first, the gravest first. */
export const verdicts = [
  'recalled',
  'lot-expired',
  'certificate-withdrawn',
  'certificate-expired',
  'certificate-undated',
  'not-certified',
  'certified',
] as const
export type Verdict = (typeof verdicts)[number]

export type VerdictFacts = {
  lot: { status: LotStatus; expiresOn: PlainDate | null } | null
  certificate: CertificateState
}

const ofCertificate = {
  certified: 'certified',
  expiring: 'certified',
  extended: 'certified',
  undated: 'certificate-undated',
  'potential-five': 'not-certified',
  expired: 'certificate-expired',
  withdrawn: 'certificate-withdrawn',
  none: 'not-certified',
} as const satisfies Record<CertificateState, Verdict>

/** Everything to be said about a scanned code, the gravest first: the first is the verdict, the rest stand below it. */
export function verdictsOf({ lot, certificate }: VerdictFacts, today: PlainDate): Verdict[] {
  const said = new Set<Verdict>([ofCertificate[certificate]])
  if (lot?.status === 'recalled') said.add('recalled')
  if (lot && isExpired(lot, today)) said.add('lot-expired')
  return verdicts.filter((verdict) => said.has(verdict))
}
