import { listDossiers } from '../dossiers/index.ts'
import { statusWords } from '../dossiers/words.ts'
import { pileOf } from '../finding.ts'
import type { FindOf } from '../finding.ts'
import { hasRole } from '../identity/rules.ts'
import { admitReader } from './admission.ts'
import { selectAskedTabled } from './finding.store.ts'
import { seatRoles } from './rules.ts'
import { foundWords as says } from './words.ts'

const councilRoles = Object.values(seatRoles).flat()

/** For advisers the dossiers that were given to them; for who sits in a council what lies on its tables. The office finds dossiers by themselves. */
export const findAppraisals: FindOf = async (ctx, asked) => {
  const { db, actor } = ctx
  if (actor.kind !== 'person') return []
  const { most } = asked
  const sits = hasRole(actor, ...councilRoles)
  const advises = hasRole(actor, 'advisory-member') && !hasRole(actor, 'provincial-officer')
  const tabled = sits ? await selectAskedTabled(db, asked, actor.userId) : []
  const reader = advises ? await admitReader(ctx) : null
  const given = reader && reader.admitted.length > 0 ? await listDossiers(reader, { asked, ids: reader.admitted, limit: most + 1 }) : []
  return [
    ...pileOf(given, {
      kind: 'given-dossiers',
      says: says.given,
      most,
      show: ({ id, code, status, product, producer }) => ({
        title: product.name,
        about: says.dossier(code, producer.name, statusWords[status]),
        path: `/van-phong/tham-dinh/${id}`,
      }),
    }),
    ...pileOf(tabled, {
      kind: 'tabled',
      says: says.tabled,
      most,
      show: ({ sessionId, productName, producerName, heldOn, place }) => ({
        title: productName,
        about: says.session(producerName, heldOn, place),
        path: `/van-phong/hoi-dong/${sessionId}`,
      }),
    }),
  ]
}
