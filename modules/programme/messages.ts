import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { peopleOfProducer } from '../catalogue/index.ts'
import type { ProducerId } from '../catalogue/rules.ts'
import { findCommune } from '../law/index.ts'
import { peopleWith } from '../identity/index.ts'
import { tellOf } from '../message.ts'
import type { Asking, MessageText, Telling } from '../message.ts'
import { authorities } from '../province/index.ts'
import { yearCallActs, yearPlanActs } from './acts.ts'
import { callReasons, isNothing, newProductsOf } from './rules.ts'
import type { CallReason, ProducerReason, YearCallId } from './rules.ts'
import { callWords } from './words/call-messages.ts'
import type { Three } from './words/call-messages.ts'
import { selectCall, selectRecipients } from './year-plan/call.store.ts'
import { selectShares, selectYearPlan } from './year-plan/plan.store.ts'

const sample = { from: 'Xã Vinh Kim', round: '1', year: '2027', day: '29/04/2027', product: 'Mật hoa dừa' }
type Value = keyof typeof sample

const officersOf = ({ db, now }: Asking, communeCode: string) =>
  peopleWith(db, ['commune-officer'], { today: dateInVietnam(now), communeCode })

const deskOf = {
  commune: ({ year, round }: { year: number; round: number }) => `/van-phong/ke-hoach/${year}/keu-goi?dot=${round}`,
  draft: () => '/van-phong/ho-so',
  ending: ({ productId }: { productId: string | null }) => `/van-phong/ho-so/moi?san-pham=${productId ?? ''}`,
  'no-product': () => '/van-phong/ho-so/moi',
} as const satisfies Record<CallReason, (about: { year: number; round: number; productId: string | null }) => string>

/** Those of a call who are called for one reason. */
const calledFor =
  (reason: CallReason) =>
  async ({ payload: { callId } }: { payload: { callId: YearCallId } }, asking: Asking) => {
    const call = await selectCall(asking.db, callId)
    if (!call) return []
    const from = call.communeCode === null ? authorities().office.name : ((await findCommune(asking.db, call.communeCode))?.name ?? '')
    const recipients = (await selectRecipients(asking.db, callId)).filter((one) => one.reason === reason)
    return Promise.all(
      recipients.map(async ({ target, productId, product }) => ({
        to: reason === 'commune' ? await officersOf(asking, target) : await peopleOfProducer(asking, target as ProducerId),
        path: deskOf[reason]({ ...call, productId }),
        object: ['year-call', callId] as const,
        values: {
          from,
          round: String(call.round),
          year: String(call.year),
          day: formatDate(call.lastDay),
          product: product ?? '',
        } satisfies Record<Value, string>,
      })),
    )
  }

const producerReasons = callReasons.filter((reason): reason is ProducerReason => reason !== 'commune')
const toProducer = (words: Three) => ({ kind: 'work', pace: 'at-once', sample, words }) as const
const toOffice = (vi: MessageText) => ({ kind: 'work', pace: 'at-once', words: { vi } }) as const

export const programmeMessages: readonly Telling[] = [
  tellOf(yearPlanActs.issue, {
    ...toOffice(callWords.issued),
    name: 'year-plan.issued',
    says: 'Kế hoạch năm đã ban hành (gửi xã)',
    sample: { year: '2027', products: '3', renewals: '1' },
    tell: async ({ payload: { planId } }, asking) => {
      const plan = await selectYearPlan(asking.db, planId)
      if (!plan) return []
      const shares = (await selectShares(asking.db, planId)).filter((share) => !isNothing(share))
      return Promise.all(
        shares.map(async (share) => ({
          to: await officersOf(asking, share.communeCode),
          path: `/van-phong/ke-hoach/${plan.year}`,
          object: ['year-plan', planId] as const,
          values: { year: String(plan.year), products: String(newProductsOf(share)), renewals: String(share.renewals) },
        })),
      )
    },
  }),
  tellOf(yearCallActs.call, {
    ...toOffice(callWords.commune),
    name: 'year-call.commune',
    says: 'Kêu gọi tham gia đợt (gửi xã)',
    sample,
    tell: calledFor('commune'),
  }),
  ...producerReasons.map((reason) =>
    tellOf(yearCallActs.call, {
      ...toProducer(callWords.ofProvince[reason]),
      name: `year-call.${reason}`,
      says: callWords.says[reason],
      tell: calledFor(reason),
    }),
  ),
  ...producerReasons.map((reason) =>
    tellOf(yearCallActs['call-own'], {
      ...toProducer(callWords.ofCommune[reason]),
      name: `year-call.${reason}-by-commune`,
      says: callWords.saysOfCommune[reason],
      tell: calledFor(reason),
    }),
  ),
]
