import type { CertificatesRefusal } from '@dacsan/modules/certificates/rules'
import { sayRefusal } from '@dacsan/modules/certificates/words'

const fields: Partial<Record<CertificatesRefusal['code'], string>> = {
  'already-recorded': 'number',
  'number-malformed': 'number',
  'number-taken': 'number',
  'signed-in-future': 'signedOn',
  'signed-too-early': 'signedOn',
  'later-certificate': 'signedOn',
  'proposal-incomplete': 'proposalNumber',
  'proposal-off-days': 'proposalOn',
  'not-awaiting': 'dossierIds',
  'number-on-paper-taken': 'paperNumber',
  'nothing-kept': 'grant',
  'meanwhile-stands': 'grant',
  'meanwhile-not-in-law': 'stars',
  'not-for-meanwhile': 'stars',
  'not-recorded': 'sentOn',
  'nothing-to-send': 'sentOn',
  'sent-off-days': 'sentOn',
  'reason-not-in-law': 'reason',
  'note-missing': 'note',
  'conclusion-in-future': 'conclusionOn',
  'nothing-chosen': 'proposalIds',
  'several-authorities': 'proposalIds',
  'proposal-closed': 'proposalIds',
}

/** A refusal as the form shows it: its sentence beside the field that it is about. */
export const refusalError = (refusal: CertificatesRefusal): Record<string, string> => ({
  [fields[refusal.code] ?? 'form']: sayRefusal(refusal),
})
