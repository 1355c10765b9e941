/** Payloads of what this module tells the rest of the house. */
export type DecisionRecorded = { decisionId: string; number: string; signedOn: string; dossierIds: string[] }
export type CertificateIssued = {
  certificateId: string
  code: string
  productId: string
  stars: number
  issuedOn: string
  validUntil: string
  supersedes: string[]
}
export type CertificateWithdrawn = { code: string; productId: string; withdrawnOn: string; reason: string }

export const certificateEvents = {
  recorded: 'decision.recorded',
  issued: 'certificate.issued',
  withdrawn: 'certificate.withdrawn',
} as const
