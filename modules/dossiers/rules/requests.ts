import type { EvidenceKind } from './evidence.ts'
import { dossierSections } from './forms.ts'
import type { RequestId } from './ids.ts'
import { isEditable } from './moves.ts'
import type { DossierStatus } from './moves.ts'
import type { DossierSection } from './forms.ts'

/** What one line of a request is about, so that the producer is led to the very place. */
export type RequestTarget = `section:${DossierSection}` | `criterion:${string}` | `evidence:${EvidenceKind}` | 'commune-report'

export type RequestItem = {
  about: RequestTarget
  /** The name of the row of papers that it is about, in what a reader is given. */
  paper?: string | undefined
  text: string
  /** When the producer last changed that place after it was asked. */
  answeredAt: string | null
}

export type SupplementRequest = {
  id: RequestId
  move: 'return' | 'return-by-province' | 'return-to-commune'
  items: readonly RequestItem[]
  requestedByName: string
  requestedAt: Date
  answeredAt: Date | null
}

export function isRequestTarget(text: string): text is RequestTarget {
  if (text === 'commune-report') return true
  const [kind, name] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
  if (kind === 'section') return dossierSections.some((section) => section === name)
  if (kind === 'evidence') return /^[1-9]\d?$/.test(name)
  return kind === 'criterion' && /^\d+(\.\d+)+$/.test(name)
}

/** Marks the lines about these places as answered. */
export function answerItems(items: readonly RequestItem[], touched: readonly RequestTarget[], at: Date): RequestItem[] {
  return items.map((item) => (touched.includes(item.about) ? { ...item, answeredAt: at.toISOString() } : item))
}

/** Who has to answer a request. */
export type Addressee = 'producer' | 'commune'
const addressees = {
  return: 'producer',
  'return-by-province': 'producer',
  'return-to-commune': 'commune',
} as const satisfies Record<SupplementRequest['move'], Addressee>

/** Whom a request asks. */
export const requestedOf = ({ move }: Pick<SupplementRequest, 'move'>): Addressee => addressees[move]

/** The newest request to somebody that is not answered yet. */
export const openRequest = (requests: readonly SupplementRequest[], of: Addressee): SupplementRequest | undefined =>
  requests.find((request) => request.answeredAt === null && addressees[request.move] === of)

/** The open request, where the dossier lies with whom it asks. */
export function askedNow(dossier: {
  status: DossierStatus
  requests: readonly SupplementRequest[]
}): Record<Addressee, SupplementRequest | null> {
  const { requests, status } = dossier
  return {
    producer: (isEditable(status) && openRequest(requests, 'producer')) || null,
    commune: (status === 'submitted' && openRequest(requests, 'commune')) || null,
  }
}

/** What a request still asks at one place. */
export const askedAt = (request: SupplementRequest | null, about: RequestTarget): string[] =>
  (request?.items ?? []).filter((item) => item.about === about && item.answeredAt === null).map((item) => item.text)

export const unansweredItems = (items: readonly RequestItem[]): RequestItem[] => items.filter((item) => item.answeredAt === null)
