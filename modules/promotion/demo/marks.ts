import { listRegister } from '../../catalogue/index.ts'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { demoFacts } from '../../province/demo.ts'
import { admitInput, markPaperInput, markStepInput, registerMarkInput } from '../marks/inputs.ts'
import { admitUse, keepMarkPaper, recordMarkStep, registerMark } from '../marks/keep-mark.ts'
import type { MarkStep } from '../marks/rules/steps.ts'

const regulation = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** A certification mark that a product may carry, a geographical indication that was applied for, and the OCOP mark. All of it is invented and says so. */
export function marksDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const put: DemoStep = {
    ago: 'now',
    async take(at) {
      const office = cast('chuyenvien', at)
      const ownerId = office.actor.kind === 'person' ? office.actor.memberships[0]!.organisationId : ''
      const key = () => office.newId('key')
      const mark = async (given: Record<string, unknown>, steps: readonly (readonly [MarkStep, string])[]) => {
        const form = registerMarkInput.parse({ ownerId, about: 'Dữ liệu mẫu: nhãn hiệu này không có thật.', requestKey: key(), ...given })
        const { markId } = must(await registerMark(office, form, { isSample: true }))
        for (const [step, on] of steps) must(await recordMarkStep(office, markStepInput.parse({ markId, step, on })))
        return markId
      }
      const shared = await mark(
        { kind: 'certification', name: 'Đặc sản miền Dừa (mẫu)', number: '4-0000001 (mẫu)', firstOn: '2022-03-01' },
        [
          ['accepted', '2022-04-05'],
          ['published', '2022-06-27'],
          ['granted', '2023-09-11'],
        ],
      )
      await mark({ kind: 'gi', name: 'Gạo Đồng Mẫu (mẫu)', number: '6-0000001 (mẫu)', firstOn: '2025-10-06' }, [['accepted', '2025-11-12']])
      await mark({ kind: 'ocop', name: 'Biểu trưng OCOP (mẫu)', number: '1162/QĐ-VPĐP-OCOP', firstOn: '2020-09-17' }, [])
      const paper = markPaperInput.parse({ markId: shared, kind: 'regulation', datedOn: '2022-02-15', number: '05/QĐ (mẫu)' })
      must(await keepMarkPaper(office, paper, { content: regulation, name: 'quy-che-mau.pdf' }))
      const { recognised } = demoFacts().products
      const product = (await listRegister(stage.ctx, { q: recognised.name })).items.find(({ name }) => name === recognised.name)
      if (!product) return
      const use = {
        product: product.slug,
        from: '2024-01-01',
        until: stage.dayAgo(-400),
        admittedBy: 'Hội nghề dừa (mẫu)',
        paperNumber: '08/QĐ (mẫu)',
      }
      must(await admitUse(office, admitInput.parse({ markId: shared, ...use, requestKey: key() })))
    },
  }
  return { steps: [put] }
}
