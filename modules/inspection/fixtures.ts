import { newId } from '@dacsan/platform/ids'
import type { ProductId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import { checklist } from './checklist.ts'
import {
  findInput,
  finishInspection,
  findInspection,
  noteFinding,
  orderInspection,
  orderInspectionInput,
  writeSheet,
  writeSheetInput,
} from './index.ts'
import type { InspectionId, ItemAnswer } from './rules.ts'

/** A small paper, as a phone photographs it: PDF, so that no picture has to be drawn. */
export const aProof = () => ({ content: new TextEncoder().encode(pdf), name: 'phieu-kiem-nghiem.pdf' })
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`

/** What stands in the form of a visit outside the plan. */
export const anOrder = (productId: ProductId, given: Partial<{ reason: string; dueOn: string; requestKey: string }> = {}) =>
  orderInspectionInput.parse({ productId, reason: 'Người mua phản ánh tem lạ.', dueOn: '2026-12-10', requestKey: newId('key'), ...given })

/** A visit that was ordered; throws what is refused. */
export async function anInspection(ctx: Ctx, productId: ProductId): Promise<InspectionId> {
  const ordered = await orderInspection(ctx, anOrder(productId))
  if (!ordered.ok) throw new Error(ordered.refusal.code)
  return ordered.value.inspectionId
}

/** The sheet of a visit, everything in order unless told otherwise. */
export const aSheet = (
  inspectionId: InspectionId,
  version: number,
  {
    answers = {},
    ...given
  }: Partial<Record<'visitedAt' | 'place' | 'met' | 'conclusion', string>> & { answers?: Record<string, ItemAnswer | ''> } = {},
) =>
  writeSheetInput.parse({
    inspectionId,
    version,
    visitedAt: '2026-11-23T08:30',
    place: 'Ấp 3, xã Vinh Kim',
    met: 'Thạch Thị Sáu, giám đốc',
    producerWords: 'Sẽ sửa nhãn.',
    conclusion: 'Đạt',
    ...Object.fromEntries(checklist.items.map(({ key }) => [`o-${key}`, answers[key] ?? 'holds']).filter(([, answer]) => answer !== '')),
    ...given,
  })

/** What stands in the form of a finding. */
export const aFinding = (inspectionId: InspectionId, given: Partial<Record<'item' | 'gravity' | 'words' | 'dueOn', string>> = {}) =>
  findInput.parse({
    inspectionId,
    item: 'label-facts',
    gravity: 'major',
    words: 'Nhãn thiếu hạn sử dụng.',
    requestKey: newId('key'),
    ...given,
  })

/** A visit that is over, with one finding; throws what is refused. */
export async function aFinishedInspection(ctx: Ctx, productId: ProductId, given: Parameters<typeof aFinding>[1] = {}) {
  const inspectionId = await anInspection(ctx, productId)
  const finding = aFinding(inspectionId, given)
  const steps = [
    () => writeSheet(ctx, aSheet(inspectionId, 1, { answers: { [finding.item]: 'fails' } })),
    () => noteFinding(ctx, finding),
    async () => finishInspection(ctx, { inspectionId, version: (await findInspection(ctx, inspectionId)).inspection.version }),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) throw new Error(done.refusal.code)
  }
  return { inspectionId, findingId: (await findInspection(ctx, inspectionId)).findings[0]!.id }
}
