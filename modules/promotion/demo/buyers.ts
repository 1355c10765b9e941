import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../../catalogue/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { visitor } from '../../identity/index.ts'
import { advanceRelation, confirmByCode, confirmStep } from '../buyers/advance.ts'
import { askForGoods } from '../buyers/ask.ts'
import { advanceInput, askInput, offerInput, planSessionInput } from '../buyers/inputs.ts'
import { offerGoods } from '../buyers/offer.ts'
import { findEnquiry } from '../buyers/read-enquiry.ts'
import type { EnquiryId, MatchingSessionId } from '../buyers/rules/ids.ts'
import { allotSession, finishSession, noteSlot, planSession, wishMeeting } from '../buyers/sessions.ts'

/** The paper of a memorandum that never was: one page that says so. */
const samplePaper = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 51>>stream
BT /F 18 Tf 40 100 Td (GHI NHO - DU LIEU MAU) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF`

type Asked = { enquiryId: EnquiryId; code: string }

/**
 * Three buyers, one session of the past with six meetings, what became of five of them, and an enquiry that nobody answered yet. All of it is invented and
 * says so.
 */
export function buyersDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const key = () => stage.ctx.newId('key')
  const passer = (at: Date): Ctx => ({ ...stage.ctx, now: at, actor: visitor })
  const producers = ['chuthe', 'chuthe2', 'chuthe3'] as const
  const ids = new Map<string, ProducerId>()
  const asked: Asked[] = []
  let sessionId: MatchingSessionId

  async function ask(ctx: Ctx, given: Record<string, unknown>): Promise<Asked> {
    const contact = { contactName: 'Người mua (mẫu)', contactPhone: '0900 000 021', contactEmail: '', consent: '1', note: '' }
    const form = askInput.parse({ ...contact, needs: ['price-list', 'certificates', 'sample'], requestKey: key(), ...given })
    return must(await askForGoods(ctx, form, { language: 'vi', address: 'mẫu' }, { isSample: true }))
  }

  /** The relation of a buyer with one of the producers of the demonstration. */
  async function relation(at: Date, buyer: number, account: (typeof producers)[number]) {
    const { relations } = await findEnquiry(cast('congthuong', at), asked[buyer]!.enquiryId)
    const name = (await producerOfActor(cast(account, at)))!.name
    return relations.find(({ producerName }) => producerName === name)!.id
  }

  const steps: DemoStep[] = [
    {
      ago: 50,
      async take(at) {
        for (const account of producers) ids.set(account, (await producerOfActor(cast(account, at)))!.id)
        const shop = { kind: 'shop', buyerName: 'Chuỗi cửa hàng Quà quê (mẫu)', region: 'Thành phố Hồ Chí Minh' }
        const hotel = { kind: 'hotel', buyerName: 'Khách sạn Bến sông (mẫu)', region: 'Thành phố Cần Thơ' }
        const abroad = { kind: 'trade-office', buyerName: 'Trung tâm xúc tiến Tây Đô (mẫu)', region: 'Thành phố Cần Thơ' }
        asked.push(
          await ask(passer(at), { ...shop, goods: 'Đặc sản dừa sáp', aisle: 'food', perMonth: 300, unit: 'hộp' }),
          await ask(passer(at), { ...hotel, goods: 'Quà tặng khách', aisle: 'food', perMonth: 120, unit: 'phần' }),
          await ask(cast('xuctien', at), {
            ...abroad,
            goods: 'Hàng OCOP cho cửa hàng của trung tâm',
            aisle: 'drink',
            perMonth: 200,
            unit: 'chai',
          }),
        )
      },
    },
    {
      ago: 45,
      async take(at) {
        const office = cast('congthuong', at)
        const facts = { name: 'Phiên kết nối cung cầu (mẫu)', venue: 'Nhà văn hóa (mẫu)', heldOn: stage.dayAgo(40), startsAt: '08:30', slotMinutes: 20, rounds: 4, tables: 2, fairId: '' } // prettier-ignore
        sessionId = must(await planSession(office, planSessionInput.parse({ ...facts, requestKey: key() }), { isSample: true })).sessionId
        for (const [index, { code }] of asked.entries())
          must(
            await wishMeeting(office, {
              sessionId,
              code,
              producerId: [...ids.values()].slice(0, index === 1 ? 1 : 3),
              isWish: index === 0,
            }),
          )
        must(await allotSession(office, { sessionId }))
      },
    },
    {
      ago: 40,
      async take(at) {
        const office = cast('congthuong', at)
        const meetings = asked.flatMap(({ enquiryId }, index) =>
          [...ids.values()].slice(0, index === 1 ? 1 : 3).map((producerId) => ({ enquiryId, producerId, index })),
        )
        for (const { enquiryId, producerId, index } of meetings) {
          const missed = index === 2 && producerId !== ids.get('chuthe')
          must(await noteSlot(office, { sessionId, enquiryId, producerId, outcome: missed ? 'producer-absent' : 'met', words: missed ? '' : 'Xin bảng giá (mẫu)' })) // prettier-ignore
        }
        must(await finishSession(office, { sessionId }))
      },
    },
    {
      ago: 30,
      async take(at) {
        const day = dateInVietnam(at)
        const step = async (buyer: number, account: (typeof producers)[number], given: Record<string, unknown>, paper = false) => {
          const form = advanceInput.parse({
            relationId: await relation(at, buyer, account),
            onDay: day,
            words: '',
            requestKey: key(),
            ...given,
          })
          must(await advanceRelation(cast(account, at), form, paper ? { content: new TextEncoder().encode(samplePaper), name: 'ghi-nho-mau.pdf' } : null)) // prettier-ignore
        }
        const offer = {
          goods: 'Hàng mẫu của dữ liệu thử',
          unit: 'hộp',
          priceVnd: 85_000,
          leastNumber: 50,
          givesSample: '1',
          leadDays: 7,
          shelfLifeDays: 180,
        }
        const until = { validUntil: addDays(dateInVietnam(stage.ctx.now), 60), words: 'Giá mẫu.', requestKey: key() }
        const first = await relation(at, 0, 'chuthe')
        must(await offerGoods(cast('chuthe', at), offerInput.parse({ relationId: first, ...offer, ...until })))
        await step(0, 'chuthe', { stage: 'quote' })
        await step(0, 'chuthe', { stage: 'contract', untilOn: addDays(day, 365), leastVnd: 200_000_000, mostVnd: 250_000_000 })
        await step(0, 'chuthe', { stage: 'first-delivery', leastVnd: 12_750_000 })
        must(await confirmByCode(passer(at), asked[0]!.code, { relationId: first, seq: 4 }, 'mẫu'))
        await step(0, 'chuthe2', { stage: 'mou', buyerParty: 'Chuỗi cửa hàng Quà quê (mẫu)', producerParty: 'Chủ thể (mẫu)' }, true)
        await step(0, 'chuthe3', { stage: 'ended', reason: 'price', words: 'Giá cao hơn mức mua của chuỗi (mẫu).' })
        await step(1, 'chuthe', { stage: 'sample' })
        const known = await relation(at, 2, 'chuthe')
        await step(2, 'chuthe', { stage: 'sample' })
        must(await confirmStep(cast('xuctien', at), { relationId: known, seq: 2 }))
      },
    },
    {
      ago: 1,
      async take(at) {
        const canteen = { kind: 'canteen', buyerName: 'Bếp ăn khu công nghiệp (mẫu)', region: 'Tỉnh Đồng Tháp' }
        await ask(passer(at), { ...canteen, goods: 'Nước màu dừa, mật hoa dừa', aisle: 'spice', perMonth: 80, unit: 'chai' })
      },
    },
  ]
  return { steps }
}
