import './topics.ts'
import { newId } from '@dacsan/platform/ids'
import sharp from 'sharp'
import type { Ctx } from '../context.ts'
import type { Position } from '../inventory/rules.ts'
import type { LotId } from '../traceability/rules.ts'
import { countInput, startRecallInput } from './inputs.ts'
import type { CountInput, StartRecallInput } from './inputs.ts'
import { rehearseRecall, startRecall } from './index.ts'
import type { RecallId, TallyKind } from './rules.ts'

/** A small paper, as a phone photographs it: PDF, so that no picture has to be drawn. */
export const aProof = () => ({ content: new TextEncoder().encode(pdf), name: 'bien-ban-tieu-huy.pdf' })
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`

/** A small photo, as a phone sends it. */
export const aPhoto = async () => ({
  content: await sharp({ create: { width: 60, height: 40, channels: 3, background: '#486' } })
    .jpeg()
    .toBuffer(),
  name: 'tieu-huy.jpg',
})

/** What stands in the form of a recall. */
export const aRecallForm = (lotId: LotId | LotId[], given: Partial<StartRecallInput> = {}): StartRecallInput => ({
  ...startRecallInput.parse({ lotId, risk: 'high', reason: 'Nắp hũ không kín', buyersDo: 'return', requestKey: newId('key') }),
  ...given,
})

/** A recall that was started, or a drill; throws what is refused. */
export async function aRecall(ctx: Ctx, lotId: LotId, { drill = false } = {}): Promise<RecallId> {
  const started = await (drill ? rehearseRecall : startRecall)(ctx, aRecallForm(lotId))
  if (!started.ok) throw new Error(started.refusal.code)
  return started.value.recallIds[0]!
}

/** One line of the tally as its form sends it. */
export const aCount = (
  recallId: RecallId,
  lotId: LotId,
  kind: TallyKind,
  quantity: number,
  { at, ...given }: Partial<CountInput> & { at?: Pick<Position, 'packId' | 'placeId'> } = {},
): CountInput => ({
  ...countInput.parse({
    recallId,
    goods: at ? `${lotId} ${at.packId} ${at.placeId}` : lotId,
    kind,
    quantity,
    place: 'Kho của cơ sở',
    witness: 'Cán bộ xã',
    requestKey: newId('key'),
  }),
  ...given,
})
