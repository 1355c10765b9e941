import { error } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { findScan, noteScan, shortAddress, verdictsOf } from '@dacsan/modules/traceability'
import type { ScanKey } from '@dacsan/modules/traceability'
import { currentRuntime } from '@dacsan/modules/runtime'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { isForEverybody, keepPage } from '#lib/keep-page.ts'

/** Everything that the page of a scanned code shows; a code of nobody is an error that the page tells in plain words. */
export async function loadScan(event: RequestEvent, key: ScanKey) {
  const { ctx } = event.locals
  const { url } = event
  const answer = await findScan(ctx, key)
  if (!answer.known) {
    const { reason, product } = answer
    error(404, { message: reason, ...(product && { detail: `${product.name}, ${product.producer}` }) })
  }
  const { scan } = answer
  const requestKey = newId('dbt')
  // A scan that the page calls the first one is so for one person only.
  keepPage(event, { shows: 'scan', scan: scan.code, unlike: requestKey, isKept: scan.scans !== null })
  if (isLookedAt(event)) countLater(event, scan.code)
  return {
    scan,
    verdicts: verdictsOf({ lot: scan.lot, certificate: scan.certificate.state }, dateInVietnam(ctx.now)),
    host: url.host,
    shortAddress: shortAddress({ origin: url.origin }, { traceCode: scan.code }),
    requestKey,
  }
}

/** Not by a program that asks for the head or the data alone, nor by a browser that fetches ahead. What is rendered for everybody the front counts. */
function isLookedAt(event: RequestEvent): boolean {
  const { request, isDataRequest } = event
  return request.method === 'GET' && !isDataRequest && !request.headers.has('sec-purpose') && !isForEverybody(event)
}

/** After the answer is on its way: whoever stands in the market does not wait for a number. */
function countLater({ locals: { ctx }, getClientAddress, request }: RequestEvent, code: string): void {
  const scan = { code, address: getClientAddress(), device: request.headers.get('user-agent') ?? '' }
  setImmediate(() => noteScan(ctx, scan).catch((err: unknown) => currentRuntime().log.warn({ err }, 'a scan was not counted')))
}

export type ScanData = Awaited<ReturnType<typeof loadScan>>
