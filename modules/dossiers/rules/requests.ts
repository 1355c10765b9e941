import type { EvidenceKind } from './evidence.ts'
import { dossierSections } from './forms.ts'
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
  id: string
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

export const unansweredItems = (items: readonly RequestItem[]): RequestItem[] => items.filter((item) => item.answeredAt === null)
