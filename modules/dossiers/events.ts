import type { DossierMove } from './rules.ts'

/** What is told to the rest of the house when a dossier has moved; the payload is {@link DossierMoved}. */
export const moveEvents = {
  submit: 'dossier.submitted',
  return: 'dossier.returned',
  propose: 'dossier.proposed',
  receive: 'dossier.received',
  'return-by-province': 'dossier.returned-by-province',
  'return-to-commune': 'dossier.returned-to-commune',
  supplement: 'dossier.supplemented',
  appraise: 'dossier.appraisal-begun',
  score: 'dossier.scored',
  'await-ministry': 'dossier.sent-to-ministry',
  recognise: 'dossier.recognised',
  'not-recognise': 'dossier.not-recognised',
  withdraw: 'dossier.withdrawn',
} as const satisfies Record<DossierMove, `dossier.${string}`>

export type DossierMoved = { dossierId: string; code: string; productId: string; producerId: string; communeCode: string }
