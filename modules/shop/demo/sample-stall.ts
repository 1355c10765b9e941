import { newId } from '@dacsan/platform/ids'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import type { SaveListingInput, SaveSellerInput } from '../inputs.ts'
import { packGoods } from '../../inventory/index.ts'
import { listingsToRead } from '../listings/listings-to-read.ts'
import { publishListing } from '../listings/read-listing.ts'
import { saveListing, submitListing } from '../listings/save-listing.ts'
import { agreementTo, policiesToAccept } from '../sellers/accept-policies.ts'
import { handInPaper } from '../sellers/hand-in-paper.ts'
import { verifyPaper } from '../sellers/judge-paper.ts'
import { ownPapers } from '../sellers/read-papers.ts'
import { saveSeller } from '../sellers/save-seller.ts'
import { verifySeller } from '../sellers/verify-seller.ts'
import type { PackId, ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { LotId } from '../../traceability/rules.ts'
import type { ListingId } from '../rules/ids.ts'

/** Opens the stall of a producer: account saved, terms agreed to, papers seen by the office. */
export async function openStall(
  seller: Ctx,
  officer: Ctx,
  producerId: ProducerId,
  account: SaveSellerInput,
  term: Term = {},
): Promise<void> {
  const agrees = agreementTo(await policiesToAccept(seller.db, producerId, dateInVietnam(seller.now)))
  must(await saveSeller(seller, { ...account, agrees }))
  await showPapers(seller, officer, term)
  must(await verifySeller(officer, { producerId, method: 'Đối chiếu giấy đăng ký và CCCD tại văn phòng' }))
}

type Term = { validUntil?: PlainDate | null }

/** Every paper that is asked of a seller and that nobody verified yet: handed in, and read by the office. */
export async function showPapers(seller: Ctx, officer: Ctx, { validUntil = null }: Term = {}): Promise<void> {
  for (const { kind, setCode, title, current } of (await ownPapers(seller)).asked) {
    if (current) continue
    const paper = {
      kind,
      setCode,
      number: '0000/MẪU',
      issuedBy: 'Cơ quan mẫu (dữ liệu mẫu)',
      issuedOn: addDays(dateInVietnam(seller.now), -30),
      // A registration has no end.
      validUntil: kind === 'registration' ? null : validUntil,
      requestKey: newId('key'),
    }
    const { paperId } = must(await handInPaper(seller, paper, { content: samplePaper, name: `${title}.pdf` }))
    must(await verifyPaper(officer, { paperId }))
  }
}

/** An empty page: of invented sellers there is nothing to read. */
export const samplePaper = new TextEncoder().encode(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`)

/** Reads what a seller handed in, and puts it up. */
export async function readAndPublish(officer: Ctx, listingId: ListingId): Promise<void> {
  const [posted] = await listingsToRead(officer, [listingId])
  must(await publishListing(officer, { listingId, version: posted!.version }))
}

type Sale = {
  productId: ProductId
  lotId: LotId
  priceVnd: number
  unit: string
  stock: number
  maxPerOrder?: number
  /** The usual pack where none is named. */
  packId?: PackId
} & Pick<SaveListingInput, 'byWeight'>

/** Puts a product on sale from a lot: what the seller posts is read by the office first. */
export async function putOnSale(
  seller: Ctx,
  officer: Ctx,
  { productId, lotId, priceVnd, unit, stock, maxPerOrder, packId, byWeight }: Sale,
  term: Term = {},
): Promise<ListingId> {
  const { listingId } = must(await saveListing(seller, { productId, packId, priceVnd, unit, description: '', maxPerOrder, byWeight }))
  await showPapers(seller, officer, term)
  must(await submitListing(seller, { listingId }))
  await readAndPublish(officer, listingId)
  if (stock > 0)
    must(await packGoods(seller, { lotId, packs: [{ ...(packId && { packId, perPack: 1 }), quantity: stock }], requestKey: newId('key') }))
  return listingId
}
