import { mayOf } from '@dacsan/decisions'
import { grantsOf } from '../identity/rules.ts'
import type { Actor } from '../identity/rules.ts'
import { listPapers } from '../papers/index.ts'
import { everWrote } from './policy.ts'
import { dossierPapers, requestPapers } from './dossier-papers.ts'
import { askedNow, dossierActs, isResultPublic, tiesOf } from './rules.ts'
import type { DossierCard, DossierContent, DossierMay, DossierPaperKind, DossierView, ListedDossier } from './rules.ts'

const judging = ['save-review', 'return', 'propose', 'decline'] as const

function mayOfDossier(actor: Actor, dossier: DossierCard): DossierMay {
  const may: DossierMay = mayOf(dossierActs, dossier.status, grantsOf(actor, tiesOf(dossier)))
  if (!everWrote(actor, dossier)) return may
  const refused = judging.filter((act) => may[act] === true).map((act) => [act, { code: 'filed-by-you' }])
  return { ...may, ...Object.fromEntries(refused) }
}

export const listedFor = (actor: Actor, dossier: DossierCard): ListedDossier => ({ ...dossier, may: mayOfDossier(actor, dossier) })

/** A dossier with what its reader may do and print, for somebody who was found to be allowed to read it. */
export const viewFor = (actor: Actor, dossier: DossierContent): DossierView => ({
  ...dossier,
  may: mayOfDossier(actor, dossier),
  papers: listPapers(actor, dossierPapers, dossier, tiesOf(dossier)).map(({ kind }) => kind as DossierPaperKind),
  requestPapers: listPapers(actor, requestPapers, dossier, tiesOf(dossier)).map(({ item, files }) => ({
    requestedAt: dossier.requests.find(({ id }) => id === item)!.requestedAt,
    files,
  })),
  asked: askedNow(dossier),
  resultPublic: isResultPublic(dossier.status),
})
