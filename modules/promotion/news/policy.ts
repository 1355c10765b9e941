import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome, Refused } from '@dacsan/decisions'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { actorId, actorName, hasRole, record, requireAct, requireRole } from '../../identity/index.ts'
import type { Actor } from '../../identity/rules.ts'
import { newsActs } from './acts.ts'
import type { NewsAct } from './acts.ts'
import { insertStep, lockNews, selectWriters } from './news.store.ts'
import type { StoredNews } from './news.store.ts'
import { isOwnText } from './rules/four-eyes.ts'
import type { NewsId } from './rules/ids.ts'
import type { NewsClosed } from './rules/refusals.ts'

/** Who writes, judges or lets out news. */
export const requireNewsDesk = (actor: Actor) => requireRole(actor, 'provincial-officer', 'trade-department', 'leader')
export const mayWriteNews = (actor: Actor): boolean => hasRole(actor, 'provincial-officer') || hasRole(actor, 'trade-department')

type OpenAct = Exclude<NewsAct, 'create'>

/** The item, held, for somebody who may do this to it in its state. */
export async function beginNews(tx: Tx, ctx: Ctx, act: OpenAct, id: NewsId): Promise<Outcome<StoredNews, NewsClosed>> {
  requireAct(ctx.actor, newsActs[act])
  const news = await lockNews(tx, id)
  if (!news) throw new NotFound('No such news item')
  return (
    (refuseStatus(newsActs[act], news.status) as ReturnType<typeof refuseStatus<typeof newsActs.write, typeof news.status>>) ?? done(news)
  )
}

/** Why somebody may not let out what stands there. */
export async function refuseOwn(db: ReadDb, { actor }: Pick<Ctx, 'actor'>, id: NewsId): Promise<Refused<{ code: 'own-text' }> | null> {
  const writers = await selectWriters(db, id)
  return isOwnText(writers.map((one) => one.id), actorId(actor)) ? refuse('own-text') : null // prettier-ignore
}

/** A line of the item, the event and the line of the audit trail. */
export async function recordNews(tx: Tx, ctx: Ctx, act: NewsAct, { id, slug }: Pick<StoredNews, 'id' | 'slug'>, words = ''): Promise<void> {
  await insertStep(tx, { newsId: id, step: act, words, at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
  const row = newsActs[act] as NamedAct & typeof newsActs.write
  await record(tx, ctx, row, { subjectId: id, payload: { newsId: id, slug } })
}
