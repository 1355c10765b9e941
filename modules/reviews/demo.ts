import type { Ctx } from '../context.ts'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { visitor } from '../identity/index.ts'
import { confirmPayment, findDeliveredOrder, handOver, offerOf, placeOrder } from '../shop/index.ts'
import { traceabilityDemo } from '../traceability/demo.ts'
import type { DemoLot } from '../traceability/demo.ts'
import { answerQuestion, answerReview, askQuestion, publishAnswer, writeReview } from './index.ts'

type Said = { buyer: string; rating: number; words: string; answer?: string }

/**
 * What invented buyers said of the goods of the third stall: one praises, one is not content and is answered, one gives points alone. Those of the others are
 * recalled, counted and labelled by whoever tries the platform: nobody has bought of them.
 */
const said: readonly Said[] = [
  { buyer: 'Trần Thị Mẫu Một', rating: 5, words: 'Mật thơm dừa, ngọt dịu. Chai đóng kỹ.' },
  {
    buyer: 'Lê Văn Mẫu Hai',
    rating: 2,
    words: 'Mật ngon nhưng nắp rỉ, dính ra hộp.',
    answer: 'Xin lỗi bạn. Chúng tôi đã đổi nắp và dán màng; lần sau bạn nhận sẽ khác.',
  },
  { buyer: 'Thạch Thị Mẫu Ba', rating: 4, words: 'Giao đúng hẹn. Mong có chai nhỏ hơn.' },
  { buyer: 'Kim Văn Mẫu Tư', rating: 5, words: '' },
  { buyer: 'Sơn Thị Mẫu Năm', rating: 5, words: 'Nấu chè rất thơm.' },
  { buyer: 'Nguyễn Văn Mẫu Sáu', rating: 3, words: 'Ngon, hơi lỏng so với lần trước.' },
]
/** The stall whose goods are reviewed. */
const reviewed = 2
const asked = [
  null,
  {
    words: 'Bánh gửi đi Thành phố Hồ Chí Minh có kịp trong ngày không?',
    answer: 'Kịp nếu đặt trước tám giờ sáng; chúng tôi gửi xe buổi trưa.',
  },
  { words: 'Mở chai rồi để được bao lâu?', answer: 'Để nơi khô mát được một tháng, trong tủ lạnh được ba tháng.' },
] as const

/** Six reviews of one product, and a question about two, by the way that everybody takes. */
export function reviewsDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const { lots } = stage.of(traceabilityDemo)
  let serial = 0
  const write = async (at: Date, lot: DemoLot, { buyer, rating, words, answer }: Said) => {
    const [anybody, seller, judge] = [
      { ...stage.ctx, now: at, actor: visitor } satisfies Ctx,
      cast(lot.account, at),
      cast('congthuong', at),
    ]
    const offer = await offerOf(anybody, lot.productId)
    if (!offer) throw new Error('a sample product is not on sale')
    const [{ listingId, priceVnd }] = offer.listings as [(typeof offer.listings)[number]]
    const placed = must(
      await placeOrder(anybody, {
        requestKey: anybody.newId('key'),
        lines: [{ listingId, quantity: 1 }],
        buyerName: buyer,
        buyerPhone: `09000001${String(++serial).padStart(2, '0')}`,
        buyerAddress: 'Địa chỉ mẫu',
        note: '',
        seenVnd: null,
      }),
    )
    const { id: orderId, code } = placed.orders[0]!
    const money = { orderId, amountVnd: priceVnd, reference: '', note: 'Dữ liệu mẫu', requestKey: anybody.newId('key') }
    must(await confirmPayment(seller, money))
    must(await handOver(seller, { orderId, acceptShort: true, note: 'Dữ liệu mẫu' }))
    const [line] = (await findDeliveredOrder(anybody.db, orderId)).lines
    const form = { orderLineId: line!.id, rating, words, nameStyle: 'initials', requestKey: anybody.newId('key') } as const
    const { reviewId } = must(await writeReview(anybody, { code, secret: placed.secret }, form))
    if (answer) {
      const { answerId } = must(await answerReview(seller, { reviewId, words: answer }))
      must(await publishAnswer(judge, { answerId }))
    }
  }
  const ask = async (at: Date, lot: DemoLot, { words, answer }: NonNullable<(typeof asked)[number]>) => {
    const anybody = { ...stage.ctx, now: at, actor: visitor }
    const question = { words, phone: '', requestKey: anybody.newId('key') }
    const { questionId } = must(await askQuestion(anybody, lot.productId, question, { address: '192.0.2.1' }))
    const { answerId } = must(await answerQuestion(cast(lot.account, at), { questionId, words: answer }))
    must(await publishAnswer(cast('congthuong', at), { answerId }))
  }
  return {
    steps: [
      {
        ago: 'now',
        async take(at) {
          for (const [index, lot] of lots.entries()) {
            if (index === reviewed) for (const one of said) await write(at, lot, one)
            const question = asked[index]
            if (question) await ask(at, lot, question)
          }
        },
      },
    ],
  }
}
