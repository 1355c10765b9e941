import { readFileSync } from 'node:fs'
import { listRegister } from '../../catalogue/index.ts'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { demoFacts } from '../../province/demo.ts'
import { shelfNow } from '../../shop/index.ts'
import { createCollectionInput, setSeasonInput } from '../collections/inputs.ts'
import { createCollection, publishCollection, setSeason } from '../collections/keep-collection.ts'

/** Data, like all that people of the demonstration type: the Khmer sentences of the software itself are reviewed in a table. */
const inKhmer = JSON.parse(readFileSync(new URL('./collections-in-khmer.json', import.meta.url), 'utf8')) as Record<
  'kmTitle' | 'kmText',
  string
>

/** Two collections and two seasons, invented and saying so: gifts for the New Year, and what a plant of the province becomes. */
export function collectionsDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const put: DemoStep = {
    ago: 'now',
    async take(at) {
      const office = cast('chuyenvien', at)
      const { listings } = await shelfNow(office)
      const sold = [...new Set(listings.map(({ productId }) => productId))]
      const found = async (asked: { q?: string; standing?: 'certified' }) => (await listRegister(office, asked)).items
      const named = (await found({ q: demoFacts().products.recognised.name })).slice(0, 6)
      const shelf = (await found({ standing: 'certified' })).filter(({ id }) => sold.includes(id))
      const gifts = [...new Set([...shelf, ...named].map(({ slug }) => slug))].slice(0, 12)
      if (gifts.length === 0) return
      const publish = async (given: Record<string, unknown>) => {
        const form = createCollectionInput.parse({ requestKey: office.newId('key'), ...given })
        const { collectionId } = must(await createCollection(office, form, { isSample: true }))
        must(await publishCollection(office, { collectionId }))
      }
      await publish({
        title: 'Quà Tết xứ dừa (mẫu)',
        text: 'Dữ liệu mẫu: mấy món mang về biếu ông bà, tặng đối tác dịp Tết. Giá là giá đang bán của từng cơ sở.',
        enTitle: 'New Year gifts from the land of coconuts (sample)',
        enText: 'Sample data: what is brought home at the New Year, or given to partners. Prices are those at which each maker sells.',
        ...inKhmer,
        fromMonth: '11',
        untilMonth: '2',
        forWhom: ['elders', 'family', 'partners'],
        products: gifts.join('\n'),
      })
      await publish({
        title: 'Từ trái dừa (mẫu)',
        text: 'Dữ liệu mẫu: những món làm từ dừa, quanh năm đều có.',
        forWhom: ['guests'],
        products: [...new Set([...named.map(({ slug }) => slug), ...gifts])].slice(0, 6).join('\n'),
      })
      for (const product of gifts.slice(0, 2))
        must(await setSeason(office, setSeasonInput.parse({ product, fromMonth: '10', untilMonth: '3', source: 'Hội nghề dừa (mẫu)' })))
    },
  }
  return { steps: [put] }
}
