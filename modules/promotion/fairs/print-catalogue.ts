import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Slip } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { drawPaper } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { selectConsented } from './application.store.ts'
import { publishedFair, stallsOfFair } from './read-fair.ts'
import { catalogueWords as words } from './words/catalogue.ts'

/** As many of a stand as one slip holds and is still read at arm's length. */
const mostProducts = 6

/**
 * The catalogue of a fair on paper, three stands to a sheet, each with the code that leads to its place on the page: cut apart they hang at the stands.
 * A telephone number stands there only by the consent of whoever it is.
 */
export async function printCatalogue(
  ctx: Pick<Ctx, 'db' | 'files' | 'actor'>,
  slug: string,
  addressOf: (number: string) => string,
): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const fair = await publishedFair(ctx.db, slug)
  const [stalls, contacts] = await Promise.all([stallsOfFair(ctx.db, fair.id), selectConsented(ctx.db, fair.id)])
  if (stalls.length === 0) throw new NotFound('Nobody has a stand', { slug })
  const slips = stalls.map(({ number, zone, producerName, products, applicationId }): Slip => {
    const contact = contacts.get(applicationId)
    const more = products.length - mostProducts
    return {
      issuer: `${fair.name} · ${words.days(formatDate(fair.opensOn), formatDate(fair.closesOn))}`,
      title: words.stand(number),
      facts: [
        { term: words.producer, value: producerName },
        { term: words.zone, value: zone },
        {
          term: words.products,
          value: [
            ...products.slice(0, mostProducts).map(({ name, stars }) => (stars === null ? name : `${name} ${'★'.repeat(stars)}`)),
            ...(more > 0 ? [words.more(more)] : []),
          ].join('; '),
        },
        ...(contact ? [{ term: words.contact, value: contact }] : []),
      ],
      address: addressOf(number),
      addressTitle: words.scan,
      steps: [words.see],
      foot: fair.isSample ? words.sample : fair.organiser,
    }
  })
  return drawPaper(ctx, { kind: 'slips-pdf', sheet: { slips, createdAt: fair.planPrintedAt ?? fair.allottedAt ?? fair.createdAt } })
}
