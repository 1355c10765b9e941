import { error } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { countScan, findScan, shortAddress, verdictsOf } from '@dacsan/modules/traceability'
import type { ScanKey } from '@dacsan/modules/traceability'
import { currentRuntime } from '@dacsan/modules/runtime'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'

/** Everything that the page of a scanned code shows; a code of nobody is an error that the page tells in plain words. */
export async function loadScan({ locals: { ctx }, request, url }: Pick<RequestEvent, 'locals' | 'request' | 'url'>, key: ScanKey) {
  const answer = await findScan(ctx, key)
  if (!answer.known) {
    const { reason, product } = answer
    error(404, { message: reason, ...(product && { detail: `${product.name}, ${product.producer}` }) })
  }
  const { scan } = answer
  // After the answer is on its way: whoever stands in the market does not wait for a number.
  if (request.method === 'GET')
    setImmediate(() => countScan(ctx, scan.code).catch((err: unknown) => currentRuntime().log.warn({ err }, 'a scan was not counted')))
  return {
    scan,
    verdicts: verdictsOf({ lot: scan.lot, certificate: scan.certificate.state }, dateInVietnam(ctx.now)),
    host: url.host,
    shortAddress: shortAddress({ origin: url.origin }, { traceCode: scan.code }),
    requestKey: newId('dbt'),
  }
}

export type ScanData = Awaited<ReturnType<typeof loadScan>>
