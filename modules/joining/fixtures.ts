import { newId } from '@dacsan/platform/ids'
import { aProducer, aProduct } from '../catalogue/fixtures.ts'
import type { Ctx, Tx } from '../context.ts'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import { fileRequest, fileTransfer } from './index.ts'
import { fileRequestInput, fileTransferInput } from './inputs.ts'
import type { FileRequestInput } from './inputs.ts'

/** A small paper, as a phone photographs it: PDF, so that no picture has to be drawn. */
export const aPaper = () => ({ content: new TextEncoder().encode(pdf), name: 'giay-dang-ky.pdf' })
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`

let phones = 0

/** What somebody types at the door; a household of xã Vinh Kim with a telephone number of its own. */
export const typed = (given: Partial<Record<keyof FileRequestInput, unknown>> = {}): FileRequestInput =>
  fileRequestInput.parse({
    producerId: null,
    name: 'Hộ Thạch Thị Sáu',
    kind: 'household',
    taxCode: '084 085 001 234',
    registrationNo: '',
    representative: 'Thạch Thị Sáu',
    communeCode: '29431',
    address: 'Ấp 3',
    phone: `09${String(10_000_000 + (phones += 1))}`,
    email: '',
    note: '',
    declared: 'on',
    requestKey: newId('key'),
    ...given,
  })

/** A producer that stands in the register with a product of four stars, and that nobody works for. */
export async function aRegistered(
  tx: Tx,
  { product: name = 'Mật hoa dừa', ...given }: Parameters<typeof aProducer>[1] & { product?: string } = {},
) {
  const producer = await aProducer(tx, { name: 'HTX Mật hoa dừa', ...given })
  const product = await aProduct(tx, { producerId: producer.id, name, standing: {} })
  return { ...producer, product }
}

/** A request that was filed at the public door; throws what is refused. */
export async function aRequest(ctx: Ctx, given: Parameters<typeof typed>[0] = {}) {
  const filed = await fileRequest(ctx, typed(given), aPaper(), `203.0.113.${phones % 250}`)
  if (!filed.ok) throw new Error(filed.refusal.code)
  return filed.value
}

/** A product that its present producer wants to give to another one; throws what is refused. */
export async function aTransfer(
  ctx: Ctx,
  of: { productId: ProductId; toId?: ProducerId },
  given: Partial<{ reason: string; requestKey: string }> = {},
) {
  const filed = await fileTransfer(ctx, transferForm(of, given), aPaper())
  if (!filed.ok) throw new Error(filed.refusal.code)
  return filed.value
}

/** What stands in the form with which a product goes over. */
export const transferForm = (
  { productId, toId }: { productId: ProductId; toId?: ProducerId },
  given: Partial<{ reason: string; requestKey: string }> = {},
) =>
  fileTransferInput.parse({
    productId,
    producerId: toId ?? '',
    reason: 'Chủ cũ nghỉ làm, bán lại cơ sở.',
    declared: 'on',
    requestKey: newId('key'),
    ...given,
  })
