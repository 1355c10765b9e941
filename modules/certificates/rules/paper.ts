import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { certificateActs } from '../acts.ts'
import type { CertificateStatus } from '../acts.ts'
import { isWrittenHere } from './decision.ts'
import type { DecisionKind } from './decision.ts'

export type PaperRefusal =
  | { code: 'not-active'; status: CertificateStatus }
  | { code: 'not-our-paper' }
  | { code: 'nothing-corrected' }
  | { code: 'number-on-paper-taken'; number: string; product: string }

type Held = { status: CertificateStatus; decisionKind: DecisionKind | null }

/** Printing again, or anew with a name corrected, is for whoever printed it: the province, what it decided here, as long as it is in force. */
function refusePaper({ status, decisionKind }: Held) {
  const closed = refuseStatus(certificateActs.reprint, status)
  if (closed) return closed
  return decisionKind !== null && isWrittenHere[decisionKind] ? null : refuse('not-our-paper')
}

export const decideReprint = (certificate: Held): Decision<{ type: 'certificate.reprinted' }, PaperRefusal> =>
  refusePaper(certificate) ?? accept({ type: 'certificate.reprinted' })

export type Names = { productName: string; producerName: string; address: string | null }

/** A typing error in what the paper names; stars, number and term are the decision's and are not corrected here. */
export function decideCorrection(certificate: Held & Names, names: Names): Decision<{ type: 'certificate.corrected' }, PaperRefusal> {
  const closed = refusePaper(certificate)
  if (closed) return closed
  const isSame = (['productName', 'producerName', 'address'] as const).every((field) => certificate[field] === names[field])
  return isSame ? refuse('nothing-corrected') : accept({ type: 'certificate.corrected' })
}

/** The key of the certificate that corrects another: the same number, and which correction it is. */
export function correctedCode(code: string): string {
  const [, number = code, corrections] = /^(.*?)(?:-dc(\d+))?$/.exec(code) ?? []
  return `${number}-dc${Number(corrections ?? 0) + 1}`
}
