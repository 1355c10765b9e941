import { mayOf } from '@dacsan/decisions'
import { grantsOf } from '../identity/rules.ts'
import type { Actor } from '../identity/rules.ts'
import { servesCommune } from './policy.ts'
import { askedNow, dossierActs, isResultPublic, papersOf, tiesOf } from './rules.ts'
import type { DossierCard, DossierContent, DossierMay, DossierView, ListedDossier } from './rules.ts'

const mayOfDossier = (actor: Actor, dossier: DossierCard): DossierMay =>
  mayOf(dossierActs, dossier.status, grantsOf(actor, tiesOf(dossier)))

export const listedFor = (actor: Actor, dossier: DossierCard): ListedDossier => ({ ...dossier, may: mayOfDossier(actor, dossier) })

/** A dossier with what its reader may do and print, for somebody who was found to be allowed to read it. */
export const viewFor = (actor: Actor, dossier: DossierContent): DossierView => ({
  ...dossier,
  may: mayOfDossier(actor, dossier),
  papers: papersOf(dossier, { servesCommune: servesCommune(actor, dossier) }),
  asked: askedNow(dossier),
  resultPublic: isResultPublic(dossier.status),
})
