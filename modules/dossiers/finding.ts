import { pileOf } from '../finding.ts'
import type { FindOf } from '../finding.ts'
import { communesOf, hasRole, organisationsOf } from '../identity/rules.ts'
import { selectDossiers } from './dossier.store.ts'
import { isProxy, readScope } from './policy.ts'
import type { DossierCard } from './rules.ts'
import { foundWords as says, statusWords } from './words.ts'

/** Dossiers by code, product or producer, each where its reader works on it; those that the appraisal opens are found there. */
export const findDossiers: FindOf = async ({ db, actor }, asked) => {
  const [organisationIds, communeCodes] = [organisationsOf(actor, 'producer'), communesOf(actor, 'commune-officer')]
  const isOffice = hasRole(actor, 'provincial-officer')
  if (organisationIds.length === 0 && communeCodes.length === 0 && !isOffice) return []
  const dossiers = await selectDossiers(db, readScope({ actor }), { asked, limit: asked.most + 1 })
  const path = (dossier: DossierCard) => {
    const { id, producer, commune } = dossier
    if (isProxy(actor, dossier)) return `/van-phong/ho-so/${id}`
    if (producer.organisationId !== null && organisationIds.includes(producer.organisationId)) return `/van-phong/ho-so/${id}`
    return communeCodes.includes(commune.code) ? `/van-phong/xa/${id}` : `/van-phong/tham-dinh/${id}`
  }
  const show = (dossier: DossierCard) => ({
    title: dossier.product.name,
    about: says.dossier(dossier.code, dossier.producer.name, statusWords[dossier.status]),
    path: path(dossier),
  })
  return pileOf(dossiers, { kind: 'dossiers', says: says.dossiers, most: asked.most, show })
}
