import { error } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { countScan, findScan, scanMemory, shortAddress, verdictsOf } from '@dacsan/modules/traceability'
import type { ScanKey } from '@dacsan/modules/traceability'
import { currentRuntime } from '@dacsan/modules/runtime'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'

const isRepeated = scanMemory()

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
  if (isScan(event, scan.code)) countLater(ctx, scan.code)
  return {
    scan,
    verdicts: verdictsOf({ lot: scan.lot, certificate: scan.certificate.state }, dateInVietnam(ctx.now)),
    host: url.host,
    shortAddress: shortAddress({ origin: url.origin }, { traceCode: scan.code }),
    requestKey: newId('dbt'),
  }
}

/** Somebody looks at a label: not a program that asks for the head or the data alone, a browser that fetches ahead, or the same page opened again. */
function isScan({ request, isDataRequest, getClientAddress, locals: { ctx } }: RequestEvent, code: string): boolean {
  if (request.method !== 'GET' || isDataRequest || request.headers.has('sec-purpose')) return false
  return !isRepeated({ code, address: getClientAddress(), device: request.headers.get('user-agent') ?? '' }, ctx.now)
}

/** After the answer is on its way: whoever stands in the market does not wait for a number. */
function countLater(ctx: RequestEvent['locals']['ctx'], code: string): void {
  setImmediate(() => countScan(ctx, code).catch((err: unknown) => currentRuntime().log.warn({ err }, 'a scan was not counted')))
}

export type ScanData = Awaited<ReturnType<typeof loadScan>>
