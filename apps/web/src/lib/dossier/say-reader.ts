import { dossierPage } from '@dacsan/modules/dossiers/words'
import type { Reader } from '@dacsan/modules/identity'
import { roleNames } from '@dacsan/modules/identity/words'

/** Who opened a dossier, by roles and organisations and not by name. */
export function sayReader({ seats, last }: Pick<Reader, 'seats' | 'last'>): { who: string; last: Date } {
  const byOrganisation = Map.groupBy(seats, ({ organisation }) => organisation)
  const said = [...byOrganisation].map(([organisation, held]) => `${held.map(({ role }) => roleNames[role]).join(', ')} (${organisation})`)
  return { who: said.join('; ') || dossierPage.readerWithoutRole, last }
}
