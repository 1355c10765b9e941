import { hasRole } from '../../identity/rules.ts'
import { lineOf } from '../../waiting.ts'
import type { WaitingOf } from '../../waiting.ts'
import { mayWriteNews } from './policy.ts'
import { selectNewsToJudge, selectNewsToRelease, selectOpenRequests } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const desk = '/van-phong/tin-tuc'

/** What is to be judged, let out and answered. */
export const newsWaiting: WaitingOf = async ({ db, actor }) => {
  const writes = mayWriteNews(actor)
  const releases = hasRole(actor, 'provincial-officer') || hasRole(actor, 'leader')
  if (!writes && !releases) return []
  const [toJudge, toRelease, requests] = await Promise.all([
    writes ? selectNewsToJudge(db) : null,
    releases ? selectNewsToRelease(db) : null,
    selectOpenRequests(db),
  ])
  const pathOf = (id: string) => `${desk}/${id}`
  return [
    ...(toJudge ? lineOf(toJudge, { kind: 'news-to-judge', says: says.toJudge, path: desk, pathOf }) : []),
    ...(toRelease ? lineOf(toRelease, { kind: 'news-to-release', says: says.toRelease, path: desk, pathOf }) : []),
    ...lineOf(requests, { kind: 'news-requests', says: says.requests, path: `${desk}/de-nghi`, pathOf: (id) => `${desk}/de-nghi/${id}` }),
  ]
}
