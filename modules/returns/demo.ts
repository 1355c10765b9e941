import { newId } from '@dacsan/platform/ids'
import type { Ctx } from '../context.ts'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { visitor } from '../identity/index.ts'
import { confirmPayment, findDeliveredOrder, handOver, offerOf, placeOrder, refundPayment } from '../shop/index.ts'
import { traceabilityDemo } from '../traceability/demo.ts'
import { acceptReturn, acknowledgeReturn, refuseReturn, withdrawReturn } from './answer-return.ts'
import { askReturn } from './ask-return.ts'
import { callOffice, mediate } from './lead-dispute.ts'
import type { ReturnId } from './rules/ids.ts'
import { settleReturn } from './settle.ts'

type Case = { returnId: ReturnId; orderId: `ord_${string}`; link: { code: string; secret: string }; priceVnd: number }
type Sides = { seller: Ctx; anybody: Ctx; office: Ctx }

/** One case for each stage in which a return can be, each with what its buyer said. */
const cases: readonly { buyer: string; words: string; goesOn(one: Case, sides: Sides): Promise<unknown> }[] = [
  { buyer: 'Mẫu Vừa Gửi', words: 'Chai bị nứt, mật chảy ra hộp.', goesOn: async () => null },
  {
    buyer: 'Mẫu Đã Nhận',
    words: 'Nhãn ghi 330 g, cân lại chỉ có 290 g.',
    goesOn: async ({ returnId }, { seller }) => must(await acknowledgeReturn(seller, { returnId })),
  },
  {
    buyer: 'Mẫu Được Trả',
    words: 'Mật bị chua, không dùng được.',
    goesOn: async ({ returnId, priceVnd }, { seller }) =>
      must(
        await acceptReturn(seller, { returnId, refundVnd: priceVnd, sendsBack: true, exchanges: false, words: 'Gửi lại giúp chúng tôi.' }),
      ),
  },
  {
    buyer: 'Mẫu Đã Xong',
    words: 'Nắp rỉ, mất gần nửa chai.',
    async goesOn({ returnId, orderId }, { seller }) {
      const half = { refundVnd: 40_000, sendsBack: false, exchanges: false, words: 'Chúng tôi hoàn lại một phần.' }
      must(await acceptReturn(seller, { returnId, ...half }))
      const money = { orderId, amountVnd: 40_000, reference: '', note: 'Dữ liệu mẫu', requestKey: newId('key') }
      must(await refundPayment(seller, money))
      must(await settleReturn(seller, returnId))
    },
  },
  {
    buyer: 'Mẫu Bị Từ Chối',
    words: 'Không ngọt như tôi nghĩ.',
    goesOn: async ({ returnId }, { seller }) => must(await refuseReturn(seller, { returnId, words: 'Hàng đúng như nhãn đã ghi.' })),
  },
  {
    buyer: 'Mẫu Nhờ Cơ Quan',
    words: 'Hạn dùng trên chai bị tẩy.',
    async goesOn({ returnId, link }, { seller, anybody, office }) {
      must(await refuseReturn(seller, { returnId, words: 'Chúng tôi không tẩy hạn dùng.' }))
      must(await callOffice(anybody, { returnId, words: 'Nhờ cơ quan xem giúp ảnh tôi đã chụp.' }, link))
      must(await mediate(office, { returnId, words: 'Đề nghị hai bên gửi ảnh chai hàng.', requestKey: newId('key') }))
    },
  },
  {
    buyer: 'Mẫu Rút Lại',
    words: 'Tôi tưởng thiếu một chai.',
    goesOn: async ({ returnId, link }, { anybody }) => must(await withdrawReturn(anybody, { returnId }, link)),
  },
]

/** Cases of the third stall alone: those of the others are recalled, counted and labelled by whoever tries the platform. */
export function returnsDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const { lots } = stage.of(traceabilityDemo)
  return {
    steps: [
      {
        ago: 'now',
        async take(at) {
          const { productId } = lots.find(({ account }) => account === 'chuthe3')!
          const anybody: Ctx = { ...stage.ctx, now: at, actor: visitor }
          const sides = { seller: cast('chuthe3', at), anybody, office: cast('congthuong', at) }
          const offer = await offerOf(anybody, productId)
          const usual = offer?.listings.find(({ isDefault }) => isDefault)
          if (!usual) throw new Error('the sample product of the third stall is not on sale')
          for (const [index, { buyer, words, goesOn }] of cases.entries()) {
            const { listingId, priceVnd } = usual
            const placed = must(
              await placeOrder(anybody, {
                requestKey: newId('key'),
                lines: [{ listingId, quantity: 1 }],
                buyerName: buyer,
                buyerPhone: `09000004${String(index + 1).padStart(2, '0')}`,
                buyerAddress: 'Địa chỉ mẫu',
                note: '',
                seenVnd: null,
              }),
            )
            const { id: orderId, code } = placed.orders[0]!
            const money = { orderId, amountVnd: priceVnd, reference: '', note: 'Dữ liệu mẫu', requestKey: newId('key') }
            must(await confirmPayment(sides.seller, money))
            must(await handOver(sides.seller, { orderId, acceptShort: false, note: 'Dữ liệu mẫu' }))
            const link = { code, secret: placed.secret }
            const [line] = (await findDeliveredOrder(anybody.db, orderId)).lines
            const lines = [{ orderLineId: line!.id, quantity: 1 }]
            const asked = { reason: 'not-as-described', wanted: 'refund', words, lines, requestKey: newId('key') } as const
            const { returnId } = must(await askReturn(anybody, link, asked))
            await goesOn({ returnId, orderId, link, priceVnd }, sides)
          }
        },
      },
    ],
  }
}
