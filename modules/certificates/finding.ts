import { pileOf } from '../finding.ts'
import type { FindOf } from '../finding.ts'
import { searchCertificates } from './find-certificate.ts'
import { foundWords as says } from './words.ts'

/** Certificates by number, decision, product code or words, as everybody finds them. */
export const findCertificates: FindOf = async (ctx, { typed, most }) => {
  if (ctx.actor.kind !== 'person') return []
  const { certificates, more } = await searchCertificates(ctx, typed, most)
  const piles = pileOf(certificates, {
    kind: 'certificates',
    says: says.certificates,
    most,
    show: ({ code, number, productName, producerName, stars }) => ({
      title: productName,
      about: says.certificate(number ?? code, producerName, stars),
      path: `/giay-chung-nhan/${encodeURIComponent(code)}`,
    }),
  })
  return piles.map((pile) => ({ ...pile, more }))
}
