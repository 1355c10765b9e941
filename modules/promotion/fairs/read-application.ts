import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { findProducer } from '../../catalogue/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { hasRole } from '../../identity/index.ts'
import { grantsOf } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { fairApplicationActs, tiesOfApplication } from './acts.ts'
import { selectAppeal } from './allotment.store.ts'
import {
  openPhone,
  selectApplication,
  selectApplicationOf,
  selectChosen,
  selectOwnApplications,
  selectProductsToday,
  selectSteps,
  withoutPhone,
} from './application.store.ts'
import { selectFair, selectKinds, selectOpenFairs } from './fair.store.ts'
import { mayRead, ownProducer } from './policy.ts'
import { gapsOf } from './rules/gaps.ts'
import type { FairApplicationId, FairId } from './rules/ids.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What a producer may apply for now, and what it asked for. */
export async function listForProducer(ctx: Reader) {
  const producer = await ownProducer(ctx)
  const [open, own] = await Promise.all([selectOpenFairs(ctx.db, ctx.now), selectOwnApplications(ctx.db, producer.id)])
  const fairs = await Promise.all(own.map(({ fairId }) => selectFair(ctx.db, fairId)))
  return {
    open: open.map((fair) => ({ ...fair, hasApplied: own.some(({ fairId }) => fairId === fair.id) })),
    own: own.map((one, index) => ({ ...withoutPhone(one), fair: fairs[index]! })),
  }
}

/** Who it is that applies: a producer for itself; whom an officer names. */
async function applicantOf(ctx: Reader, producerId: ProducerId | null) {
  if (producerId !== null && hasRole(ctx.actor, 'trade-department')) return findProducer(ctx, producerId)
  return ownProducer(ctx)
}

/** The form of an application: the products as they are today, and what was said last time. */
export async function applicationForm(ctx: Reader, fairId: FairId, producerId: ProducerId | null = null) {
  const fair = await selectFair(ctx.db, fairId)
  if (!fair || fair.status === 'draft') throw new NotFound('No such fair')
  const producer = await applicantOf(ctx, producerId)
  const [kinds, products, before, past] = await Promise.all([
    selectKinds(ctx.db, fairId),
    selectProductsToday(ctx.db, producer.id),
    selectApplicationOf(ctx.db, { fairId, producerId: producer.id }),
    selectOwnApplications(ctx.db, producer.id),
  ])
  const last = past[0]
  return {
    fair,
    kinds,
    producer: { id: producer.id, name: producer.name },
    products: products.map((one) => ({
      ...one,
      holds: one.isCertified && one.certifiedUntil !== null && one.certifiedUntil >= fair.closesOn,
    })),
    applied: before ? before.id : null,
    isOpen: fair.status === 'open' && fair.applyBy >= ctx.now,
    given: last && {
      contactName: last.contactName,
      contactPhone: (await openPhone(ctx.db, last)) ?? '',
      foodSafetyNumber: last.foodSafetyNumber ?? '',
      foodSafetyUntil: last.foodSafetyUntil ?? '',
      showsContact: last.showsContact,
    },
  }
}

/** One application as who made it and the department see it, with what is missing and what may be done now. */
export async function findApplication(ctx: Reader, id: FairApplicationId) {
  const one = await selectApplication(ctx.db, id)
  if (!one || !mayRead(ctx.actor, one)) throw new NotFound('No such application')
  const fair = (await selectFair(ctx.db, one.fairId))!
  const [kinds, chosen, today, steps, appeal, phone, resultDays] = await Promise.all([
    selectKinds(ctx.db, one.fairId),
    selectChosen(ctx.db, { applicationId: id }),
    selectProductsToday(ctx.db, one.producerId),
    selectSteps(ctx.db, id),
    selectAppeal(ctx.db, id),
    openPhone(ctx.db, one),
    ruleOn(ctx.db, 'fair.result-days', fair.opensOn),
  ])
  const may = mayOf(fairApplicationActs, one.status, grantsOf(ctx.actor, tiesOfApplication(one)))
  const isOpen = fair.status === 'open' && fair.applyBy >= ctx.now
  return {
    fair,
    kinds,
    application: { ...withoutPhone(one), contactPhone: phone },
    chosen,
    products: today.map((product) => ({
      ...product,
      holds: product.isCertified && product.certifiedUntil !== null && product.certifiedUntil >= fair.closesOn,
      isChosen: chosen.some(({ productId }) => productId === product.productId),
    })),
    gaps: gapsOf(fair, { ...one, products: chosen, contactPhone: phone }),
    steps,
    appeal: appeal ?? null,
    isOpen,
    isOffice: hasRole(ctx.actor, 'trade-department'),
    resultDays: resultDays.value,
    today: dateInVietnam(ctx.now),
    can: {
      change: may.change === true && isOpen,
      withdraw: may.withdraw === true,
      confirm: may.confirm === true && (one.confirmBy === null || one.confirmBy >= ctx.now),
      decline: may.decline === true && (fair.status === 'allotted' || fair.status === 'running'),
      appeal: may.appeal === true && fair.appealBy !== null && fair.appealBy >= ctx.now && !appeal,
      answer: may['grant-appeal'] === true && Boolean(appeal) && appeal?.answer === null,
      sell: may['declare-sales'] === true && (fair.status === 'running' || fair.status === 'ended'),
      result: may['record-result'] === true && (fair.status === 'ended' || fair.status === 'reported'),
      cost: may['record-cost'] === true,
      markAbsent: may['mark-absent'] === true && fair.status === 'running',
    },
  }
}
