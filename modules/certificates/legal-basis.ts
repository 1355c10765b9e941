import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { listRules, ruleOn } from '../law/index.ts'
import type { Rule } from '../law/index.ts'
import type { CertificateCard, CertificateVerdict, CertificateView } from './rules.ts'

const basis = {
  valid: ['certificate.validity-months'],
  expiring: ['certificate.validity-months', 'renewal.window-days'],
  extended: ['certificate.validity-months', 'certificate.extension-days'],
  expired: ['certificate.validity-months'],
  superseded: ['certificate.validity-months'],
  // Nothing is computed here: no source gives the term, or a decision ended it.
  undated: [],
  withdrawn: [],
} as const satisfies Record<
  CertificateVerdict,
  readonly ('certificate.validity-months' | 'renewal.window-days' | 'certificate.extension-days')[]
>

type BasisTopic = (typeof basis)[CertificateVerdict][number]

/**
 * The rows of the law by which a certificate is judged today: how long it holds by the law of the day on which it was issued, what its renewal
 * changes by the law of today.
 */
export async function legalBasisOf({ db, now }: Pick<Ctx, 'db' | 'now'>, certificate: CertificateView): Promise<Rule<BasisTopic>[]> {
  const rows = basis[certificate.verdict].map(async (topic): Promise<Rule<BasisTopic> | undefined> => {
    if (topic !== 'certificate.validity-months') return ruleOn(db, topic, dateInVietnam(now))
    const day = issued(certificate)
    // A certificate of a register may be older than any row: then none is named.
    return day === null
      ? undefined
      : ((await listRules(db, topic)).find(({ effectiveFrom }) => effectiveFrom <= day) as Rule<BasisTopic> | undefined)
  })
  return (await Promise.all(rows)).filter((row) => row !== undefined)
}

/** Where the source tells the year alone, its last day. */
const issued = ({ issuedOn, decisionDate, year }: Pick<CertificateCard, 'issuedOn' | 'decisionDate' | 'year'>): string | null =>
  issuedOn ?? decisionDate ?? (year === null ? null : `${year}-12-31`)
