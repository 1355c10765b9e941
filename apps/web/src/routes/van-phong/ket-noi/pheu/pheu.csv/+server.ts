import { findFunnel } from '@dacsan/modules/promotion'
import { funnelPage as words, stageWords } from '@dacsan/modules/promotion/words'
import { funnelAsked } from '#lib/buyers/funnel-asked.ts'
import { csvFile } from '#lib/csv.ts'
import type { RequestHandler } from './$types'

/** The whole funnel, never its top alone: each step, then what was delivered. */
export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
  const { rows, deliveries, signatures, shareDelivered, shareRepeated } = await findFunnel(ctx, funnelAsked(url.searchParams))
  const total = (label: string, value: string) => [label, value, '', '']
  return csvFile('pheu-ket-noi.csv', [
    [words.stage, words.now, words.ever, words.confirmed],
    ...rows.map(({ stage, now, ever, confirmed }) => [stageWords[stage], String(now), String(ever), String(confirmed)]),
    total(words.delivered, words.share(shareDelivered)),
    total(words.repeated, words.share(shareRepeated)),
    total(words.signed, words.signedAbout(signatures.mou, signatures.contract, String(signatures.leastVnd))),
    total(words.sold, words.soldAbout(deliveries.number, String(deliveries.sumVnd), String(deliveries.confirmedVnd))),
  ])
}
