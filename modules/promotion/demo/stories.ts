import { readFileSync } from 'node:fs'
import { listRegister } from '../../catalogue/index.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { demoFacts } from '../../province/demo.ts'
import { putNews } from './put-news.ts'

/** Data, like all that people of the demonstration type: the Khmer sentences of the software itself are reviewed in a table. */
const inKhmer = JSON.parse(readFileSync(new URL('./stories-in-khmer.json', import.meta.url), 'utf8')) as Record<
  'story' | 'dish',
  Record<'kmTitle' | 'kmLead' | 'kmBody', string>
>

const story = {
  kind: 'story',
  title: 'Người ở lại với vườn dừa sáp (mẫu)',
  lead: 'Ba đời trồng dừa sáp, một lần tính chặt vườn (dữ liệu mẫu). Vì sao nhà ấy ở lại.',
  body: `Dữ liệu mẫu: người, vườn và lời trong bài này đều bịa để thử phần mềm.

Cây dừa sáp trồng bảy năm mới biết có sáp hay không. Ông Mẫu trồng hai mươi cây, mười bốn cây cho trái thường. “Má tôi nói: cây nào cũng là cây của nhà”, ông kể.

Năm giá xuống, vườn bên chặt hết. Nhà ông giữ, rồi học làm mứt để trái nhỏ, trái méo cũng bán được.

> “Người ta ăn một miếng, hỏi dừa gì lạ vậy. Tôi chỉ cây ngoài vườn cho coi.”`,
  enTitle: 'Who stayed with the coconut garden (sample)',
  enLead: 'Three generations grew wax coconuts and once nearly cut the garden down (sample data). Why they stayed.',
  enBody: `Sample data: the people, the garden and the words are invented.

A wax coconut palm takes seven years to show whether its nuts have wax. Of twenty palms fourteen had none. “Each of them is ours”, the mother said.

When prices fell the neighbours cut theirs. This house kept them and learnt to make sweets, so that small and crooked nuts can be sold too.`,
}
/** With the product of the demonstration, which each province has its own of. */
const dishWith = (product: string) => ({
  kind: 'recipe',
  title: 'Dừa sáp dầm đường đá (mẫu)',
  lead: 'Món mát của miền dừa, làm trong mười phút (dữ liệu mẫu).',
  body: `Dữ liệu mẫu. Cho hai người ăn.

## Nguyên liệu
- 1 trái dừa sáp
- 50 g ${product}, để ăn kèm
- 2 muỗng cà phê đường
- 100 ml sữa tươi
- Đá bào

## Cách làm
- Bổ trái dừa, nạo lấy cơm sáp và nước đặc.
- Cho đường vào dầm nhẹ tay, để cơm dừa còn miếng.
- Chan sữa, phủ đá bào, ăn ngay.`,
  enTitle: 'Wax coconut with sugar and ice (sample)',
  enLead: 'A cool dish of the land of coconuts, made in ten minutes (sample data).',
  enBody: `Sample data. For two.

## What goes in
- 1 wax coconut
- 50 g of ${product} to eat with it
- 2 teaspoons of sugar
- 100 ml of milk
- Crushed ice

## How it is made
- Open the coconut and scrape out the wax and the thick juice.
- Add the sugar and crush it gently, so that pieces remain.
- Pour the milk, cover with ice and eat at once.`,
})

/** A story and a dish, invented and saying so, in three languages, about the product of the demonstration. */
export function storiesDemo(stage: DemoStage): { steps: DemoStep[] } {
  const put = putNews(stage)
  const told: DemoStep = {
    ago: 2,
    async take(at) {
      const { recognised } = demoFacts().products
      const product = (await listRegister(stage.ctx, { q: recognised.name })).items.find(({ name }) => name === recognised.name)
      if (!product) return
      const about = { madeOn: stage.dayAgo(3), products: product.slug }
      await put(at, { ...story, ...inKhmer.story, ...about })
      await put(at, { ...dishWith(product.name), ...inKhmer.dish, ...about })
    },
  }
  return { steps: [told] }
}
