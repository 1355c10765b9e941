import { readFileSync } from 'node:fs'
import { listRegister } from '../../catalogue/index.ts'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { demoFacts } from '../../province/demo.ts'
import { informPress, nameSpokesperson, writePressText } from '../brand/press.ts'
import { pressTextKinds } from '../brand/rules/kit.ts'
import { listPublicFairs } from '../fairs/read-fair.ts'
import { releaseCorrection, writeCorrection } from '../news/correct-news.ts'
import { correctNewsInput } from '../news/inputs.ts'
import type { NewsId } from '../news/rules/ids.ts'
import { putNews } from './put-news.ts'

/** Data, like all that people of the demonstration type: the Khmer sentences of the software itself are reviewed in a table. */
const inKhmer = JSON.parse(readFileSync(new URL('./news-in-khmer.json', import.meta.url), 'utf8')) as Record<
  'kmTitle' | 'kmLead' | 'kmBody',
  string
>

const meeting = {
  title: 'Sơ kết Chương trình OCOP, bàn cách đẩy mạnh quảng bá và tiêu thụ (mẫu)',
  lead: 'Ban Chỉ đạo họp sơ kết Chương trình OCOP (dữ liệu mẫu): việc đã làm, chỗ còn vướng, việc của năm tới.',
  body: `Dữ liệu mẫu: người, số và lời trong tin này đều bịa để thử phần mềm.

Ông Lý Văn Mẫu, Phó Trưởng ban, và bà Kim Thị Thử, Chánh Văn phòng, cùng chủ trì hội nghị. Theo báo cáo, có **142 sản phẩm** được công nhận từ 3 sao trở lên.

## Còn vướng
- Một số cơ sở làm hồ sơ vì được nhắc, chưa vì thị trường.
- Quy mô nhỏ, máy móc cũ, thiếu vốn lưu động trước vụ Tết.

## Việc của năm tới
- Đưa hàng đến điểm bán, điểm du lịch và các sàn.
- Hướng dẫn cơ sở quay lại đánh giá trước khi giấy hết hạn.

> “Bán được hàng thì mới giữ được sao”, bà Thử nói.`,
}
const right = {
  body: meeting.body.replace('**142 sản phẩm**', '**124 sản phẩm**'),
  note: 'Tin đăng lần đầu ghi 142 sản phẩm. Số đúng theo báo cáo tại hội nghị là 124 sản phẩm.',
}

/** Three items, invented and saying so: one that was corrected in public, one about a fair, one that is told in three languages. And a press kit. */
export function newsDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const put = putNews(stage)
  let corrected: NewsId
  const written: DemoStep = {
    ago: 6,
    async take(at) {
      corrected = await put(at, { ...meeting, madeOn: stage.dayAgo(7) })
    },
  }
  const mended: DemoStep = {
    ago: 4,
    async take(at) {
      const form = correctNewsInput.parse({ ...meeting, ...right, newsId: corrected, version: 1 })
      must(await writeCorrection(cast('chuyenvien', at), form))
      must(await releaseCorrection(cast('lanhdao', at), { newsId: corrected }))
    },
  }
  const others: DemoStep = {
    ago: 'now',
    async take(at) {
      const fair = (await listPublicFairs(stage.ctx)).find((one) => !one.isOver)
      await put(at, {
        title: 'Mời cơ sở đăng ký gian hàng hội chợ Tết (mẫu)',
        lead: 'Hội chợ Tết ngoài tỉnh nhận đăng ký gian hàng (dữ liệu mẫu). Gian được phân theo điểm công khai.',
        body: 'Cơ sở đăng ký trên điện thoại, một mẫu, chừng năm phút. Hồ sơ đủ sớm hơn đứng trước khi bằng điểm.\n\nXem ngày, nơi, hạn ở [lịch hội chợ](/hoi-cho).',
        madeOn: stage.dayAgo(0),
        fairs: fair ? [fair.id] : [],
      })
      const { recognised } = demoFacts().products
      const product = (await listRegister(stage.ctx, { q: recognised.name })).items.find(({ name }) => name === recognised.name)
      await put(at, {
        title: `${recognised.name} vào mùa quà Tết`,
        lead: 'Cơ sở chuẩn bị hàng Tết sớm hơn mọi năm (dữ liệu mẫu), mỗi lọ có tem để người mua tra lô.',
        body: 'Người mua quét tem là thấy lô hàng, ngày làm, giấy chứng nhận còn hạn hay không.\n\nLời kể này là dữ liệu mẫu.',
        enTitle: 'Gift season begins early (sample)',
        enLead: 'A maker prepares goods for the New Year earlier than before (sample data); each jar carries a label that can be scanned.',
        enBody:
          'Whoever scans the label sees the lot, the day on which it was made, and whether the certificate holds.\n\nThis story is sample data.',
        ...inKhmer,
        madeOn: stage.dayAgo(1),
        products: product?.slug ?? '',
      })
    },
  }
  const press: DemoStep = {
    ago: 'now',
    async take(at) {
      const office = cast('chuyenvien', at)
      const person = { name: 'Bà Kim Thị Thử (mẫu)', title: 'Chánh Văn phòng (mẫu)', phone: '0900 000 000', email: 'baochi@demo.vn' }
      must(await nameSpokesperson(office, { ...person, paperNumber: '01/QĐ-BCĐ (mẫu)', appointedAt: at, untilOn: null }))
      const texts = {
        about: 'Nền tảng của chương trình OCOP trong tỉnh: sổ đăng ký sản phẩm, truy xuất, nơi mua. Lời giới thiệu này là dữ liệu mẫu.',
        marks: 'Dấu sao chỉ dùng cho đúng sản phẩm được công nhận, khi giấy chứng nhận còn hạn, đến ngày ghi trên tên tệp. Dữ liệu mẫu.',
        contact: 'Văn phòng điều phối OCOP, giờ hành chính. Dữ liệu mẫu: số điện thoại, thư điện tử ở trang này không có thật.',
      }
      for (const kind of pressTextKinds) must(await writePressText(office, { kind, language: 'vi', text: texts[kind] }))
      const told = {
        month: `${stage.dayAgo(0).slice(0, 7)}-01`,
        title: 'Việc của tháng (mẫu)',
        words: 'Một hội nghị, một hội chợ sắp mở đăng ký (dữ liệu mẫu).',
      }
      must(await informPress(office, { ...told, requestKey: office.newId('key') }, { isSample: true }))
    },
  }
  return { steps: [written, mended, others, press] }
}
