import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { productsOfProducer } from '../../catalogue/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { grantsOf, hasRole, requireRole } from '../../identity/index.ts'
import { mayOf } from '@dacsan/decisions'
import { sellerPaperActs } from '../acts.ts'
import { ownProducer, sellerOverseers } from '../policy.ts'
import { standOfPapers, tiesOfGoods } from '../rules.ts'
import type { SellerPaperId } from '../rules/ids.ts'
import { selectPaper, selectPapersWithNumbers } from './paper.store.ts'
import { paperLawOn, papersAskedOf } from './papers-asked.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** The papers that are asked of the seller who looks, and how each stands; of products that are not posted yet as well. */
export async function ownPapers(ctx: Reader) {
  const producer = await ownProducer(ctx)
  const today = dateInVietnam(ctx.now)
  const sets = (await productsOfProducer(ctx, producer.id)).flatMap(({ setCode }) => setCode ?? [])
  return { today, law: lawOf(today), ...(await papersOf(ctx, producer.id, { today, sets })) }
}

/** The same of one seller for whoever verifies it: what it posts and is about to post. */
export async function papersOfSeller(ctx: Reader, producerId: ProducerId) {
  requireRole(ctx.actor, ...sellerOverseers)
  const today = dateInVietnam(ctx.now)
  return { today, law: lawOf(today), ...(await papersOf(ctx, producerId, { today, sets: [] })) }
}

function lawOf(today: PlainDate) {
  const law = paperLawOn(today)
  return law && { instrument: law.instrument, article: law.article, sourceUrl: law.sourceUrl, certainty: law.certainty, from: law.from }
}

async function papersOf(ctx: Reader, producerId: ProducerId, { today, sets }: { today: PlainDate; sets: readonly string[] }) {
  const [asked, papers] = await Promise.all([
    papersAskedOf(ctx.db, producerId, { today, drafts: true, sets }),
    selectPapersWithNumbers(ctx.db, producerId),
  ])
  const grants = grantsOf(ctx.actor)
  const shown = papers.map((paper) => ({ ...paper, may: mayOf(sellerPaperActs, paper.status, grants) }))
  const stand = standOfPapers(asked, shown, today)
  const now = new Set(stand.flatMap(({ current, waiting }) => [current?.id, waiting?.id]))
  return {
    asked: stand.map((one) => ({ ...one, of: one.setCode === null ? one.kind : `${one.kind}:${one.setCode}` })),
    /** What spoke for the seller before, what went back and what was replaced. */
    before: shown.filter(({ id }) => !now.has(id)).toReversed(),
    isComplete: stand.every(({ current }) => current !== null),
  }
}

/** The file of a paper, for its seller and for those who verify sellers; for nobody else is there any. */
export async function openSellerPaper(ctx: Pick<Ctx, 'db' | 'actor' | 'files'>, id: SellerPaperId) {
  const paper = await selectPaper(ctx.db, id)
  const own = paper !== undefined && isOwn(ctx, paper)
  if (!paper || !(own || hasRole(ctx.actor, ...sellerOverseers))) throw new NotFound('No such paper')
  const file = await ctx.files.open(paper.fileHash)
  if (!file) throw new NotFound('No such file')
  return { ...file, mediaType: paper.mediaType, name: paper.fileName }
}

export const isOwn = (ctx: Pick<Ctx, 'actor'>, thing: Parameters<typeof tiesOfGoods>[0]): boolean =>
  grantsOf(ctx.actor, tiesOfGoods(thing)).some(({ party, tie }) => party === 'producer' && tie === 'owner')
