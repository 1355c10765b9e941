import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { criteriaSet, criteriaVersionOn, describeSets } from '../../law/index.ts'
import { findDossier } from '../find-dossier.ts'
import type { Reader } from '../policy.ts'
import { carriedChoices } from '../rules.ts'
import type { CarriedChoices, DossierView } from '../rules.ts'

export type SetChange = {
  dossier: Pick<DossierView, 'id' | 'code' | 'version' | 'setCode' | 'setName' | 'criteriaDecision' | 'may'> & { product: string }
  sets: { code: string; name: string }[]
  /** Under which the dossier would stand. */
  criteriaInForce: string
  /** It was begun under others. */
  isOlder: boolean
  /** What would go along to the set that is looked at. */
  preview: ({ code: string; name: string; kept: number } & Pick<CarriedChoices, 'lost'>) | null
}

/** What a change of set would do to a dossier, before it is done. */
export async function findSetChange(ctx: Pick<Ctx, 'db' | 'actor' | 'now'> & Reader, idOrCode: string, wanted: string): Promise<SetChange> {
  const dossier = await findDossier(ctx, idOrCode)
  const sets = describeSets().map(({ code, name }) => ({ code, name }))
  const { decision } = criteriaVersionOn(dateInVietnam(ctx.now))
  const chosen = sets.find(({ code }) => code === wanted)
  const { id, code, version, setCode, setName, criteriaDecision, may } = dossier
  const carried = chosen && carriedChoices(criteriaSet(criteriaDecision, setCode), criteriaSet(decision, chosen.code), dossier.choices)
  return {
    dossier: { id, code, version, setCode, setName, criteriaDecision, may, product: dossier.product.name },
    sets,
    criteriaInForce: decision,
    isOlder: criteriaDecision !== decision,
    preview: chosen && carried ? { ...chosen, kept: carried.kept.length, lost: carried.lost } : null,
  }
}
