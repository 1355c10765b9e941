import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import { versionsOf } from '../law/index.ts'
import type { Rule } from '../law/index.ts'
import type { CertificateVerdict, CertificateView } from './rules.ts'

/** What a verdict rests on: the term from the day of issue, unless it is about renewal or withdrawal. */
const topics = {
  valid: 'certificate.validity-months',
  expiring: 'renewal.window-days',
  extended: 'certificate.extension-days',
  expired: 'certificate.validity-months',
  undated: 'certificate.validity-months',
  superseded: 'certificate.validity-months',
  withdrawn: 'withdrawal.reasons',
} as const satisfies Record<CertificateVerdict, string>

type Given = Pick<CertificateView, 'verdict' | 'issuedOn' | 'year' | 'withdrawnOn'>

/** The row of the law behind the verdict on a certificate; null where no law is known for its day. */
export async function lawBehind(
  db: ReadDb,
  certificate: Given,
  today: PlainDate,
): Promise<Rule<(typeof topics)[CertificateVerdict]> | null> {
  const { verdict, issuedOn, year, withdrawnOn } = certificate
  const topic = topics[verdict]
  const days = {
    'certificate.validity-months': issuedOn ?? (year === null ? today : `${year}-12-31`),
    'renewal.window-days': today,
    'certificate.extension-days': today,
    'withdrawal.reasons': withdrawnOn ?? today,
  }
  // Newest first; an evaluation older than the first row rests on a law that we do not know.
  const row = (await versionsOf(db, topic)).find(({ effectiveFrom }) => effectiveFrom <= days[topic])
  return row ?? null
}
