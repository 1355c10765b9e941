import { NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { registerDay } from '../../catalogue/index.ts'
import { certificateState } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorId, actorName, record, requireAct, requireRole } from '../../identity/index.ts'
import { communesOf, hasRole, permits } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { productionCheckActs } from '../acts.ts'
import type { AnswerProductionInput } from '../inputs.ts'
import { seasonOn } from '../rules/season.ts'
import '../topics.ts'
import { putAnswer, selectProduction } from './production.store.ts'

type Reader = Pick<Ctx, 'actor' | 'now'> & { db: ReadDb }

/** Certificates of which it is asked each year whether anything is still made under them: those that have not ended. */
async function asked({ db, now }: Pick<Reader, 'db' | 'now'>, communes: readonly string[] | null) {
  const today = dateInVietnam(now)
  const [{ value: season, ...rule }, day] = await Promise.all([ruleOn(db, 'production-check.season', today), registerDay({ db, now })])
  const on = seasonOn(season, today)
  const rows = await selectProduction(db, { year: on.year, communes })
  const products = rows.filter((row) => certificateState(row, day) !== 'expired')
  return { season: on, rule, products }
}

/** The year's list for a commune, or for the office with who has not answered. */
export async function listProduction(ctx: Reader) {
  requireRole(ctx.actor, 'commune-officer', 'provincial-officer')
  const all = hasRole(ctx.actor, 'provincial-officer')
  const { season, rule, products } = await asked(ctx, all ? null : communesOf(ctx.actor, 'commune-officer'))
  return {
    season,
    rule,
    products: products.map((product) => ({
      ...product,
      id: product.productId,
      said: product.answer ?? ('none' as const),
      answeredOn: product.at === null ? undefined : dateInVietnam(product.at),
      mayAnswer: permits(productionCheckActs.answer.by, ctx.actor, { commune: product.communeCode }),
    })),
  }
}
export type ProductionList = Awaited<ReturnType<typeof listProduction>>

/** The commune says of one product or of several whether they are still made. All or nothing. */
export async function answerProduction(ctx: Ctx, { productId: ids, answer, note }: AnswerProductionInput): Promise<{ answered: number }> {
  const act = productionCheckActs.answer
  return inTransaction(ctx, async (tx) => {
    const { season, products } = await asked({ db: tx, now: ctx.now }, null)
    const wanted = ids.map((id) => products.find((product) => product.productId === id))
    for (const product of wanted) requireAct(ctx.actor, act, { commune: product?.communeCode ?? null })
    for (const product of wanted) {
      if (!product || product.communeCode === null) throw new NotFound('No such product to confirm')
      const { productId, producerId, communeCode } = product
      const said = { year: season.year, productId, communeCode, answer }
      await putAnswer(tx, { ...said, note, at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
      await record(tx, ctx, act, { subjectId: productId, payload: { ...said, producerId }, detail: { year: season.year, answer, note } })
    }
    return { answered: wanted.length }
  })
}
