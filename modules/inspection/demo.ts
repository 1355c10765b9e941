import { certificatesDemo } from '../certificates/demo.ts'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { checklist } from './checklist.ts'
import {
  findInput,
  findInspection,
  finishInspection,
  noteFinding,
  orderInspection,
  orderInspectionInput,
  writeSheet,
  writeSheetInput,
} from './index.ts'
import type { InspectionId } from './rules.ts'

const failing = 'label-facts'

/** A visit outside the plan, with a finding that its producer has to mend. The plan of the year is left for who tries it. */
export function inspectionDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const { productId } = stage.of(certificatesDemo)
  let inspectionId: InspectionId
  return {
    steps: [
      {
        ago: 4,
        async take(at) {
          const office = cast('chuyenvien', at)
          const reason = 'Người mua hỏi về hạn sử dụng in trên nhãn (mẫu).'
          const order = { productId: productId('second'), reason, dueOn: stage.dayAgo(0), requestKey: office.newId('key') }
          inspectionId = must(await orderInspection(office, orderInspectionInput.parse(order))).inspectionId
        },
      },
      {
        ago: 3,
        async take(at) {
          const office = cast('chuyenvien', at)
          const answers = checklist.items.map(({ key }) => [`o-${key}`, key === failing ? 'fails' : 'holds'])
          const sheet = {
            inspectionId,
            version: (await findInspection(office, inspectionId)).inspection.version,
            visitedAt: `${stage.dayAgo(3)}T08:30`,
            place: 'Xưởng của chủ thể (mẫu)',
            met: 'Chủ cơ sở (mẫu)',
            producerWords: 'Sẽ in lại nhãn.',
            conclusion: 'Cơ sở sản xuất đúng như hồ sơ; nhãn cần in lại.',
            ...Object.fromEntries(answers),
            [`n-${failing}`]: 'Nhãn không ghi hạn sử dụng.',
          }
          must(await writeSheet(office, writeSheetInput.parse(sheet)))
          const found = { inspectionId, item: failing, gravity: 'major', words: 'Nhãn đòn 500 g không ghi hạn sử dụng (mẫu).' }
          must(await noteFinding(office, findInput.parse({ ...found, requestKey: office.newId('key') })))
          const { version } = (await findInspection(office, inspectionId)).inspection
          must(await finishInspection(office, { inspectionId, version }))
        },
      },
    ],
  }
}
