import { error } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import {
  findScan,
  judgeScannedUnit,
  noteGuessedUnit,
  noteScan,
  noteScanOfUnit,
  shortAddress,
  verdictsOf,
} from '@dacsan/modules/traceability'
import type { ScanKey } from '@dacsan/modules/traceability'
import { currentRuntime } from '@dacsan/modules/runtime'
import { lotSealedAt } from '@dacsan/modules/transparency-log'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { isForEverybody, keepPage } from '#lib/keep-page.ts'
import { lookingFrom } from './looking.ts'

/** Everything that the page of a scanned code shows; a code of nobody is an error that the page tells in plain words. */
export async function loadScan(event: RequestEvent, key: ScanKey) {
  const { ctx } = event.locals
  const { url } = event
  const answer = await findScan(ctx, key)
  if (!answer.known) {
    const { reason, product, lotId } = answer
    if (lotId !== null && reason === 'number-not-issued' && isLookedAt(event)) {
      const looking = lookingFrom(event)
      later(() => noteGuessedUnit(ctx, { lotId, path: url.pathname }, looking))
    }
    error(404, { message: reason, ...(product && { detail: `${product.name}, ${product.producer}` }) })
  }
  const { scan } = answer
  const { code, lot, unit } = scan
  const sealedAt = lot && (await lotSealedAt(ctx.db, lot.id))
  const requestKey = newId('dbt')
  const looking = lookingFrom(event)
  // What a unit says depends on who scanned it, and who does now: it is nobody else's page.
  const judgement = lot && unit ? await judgeScannedUnit(ctx, { lotId: lot.id, unit }, looking) : null
  // A scan that the page calls the first one is so for one person only.
  if (!unit) keepPage(event, { shows: 'scan', scan: code, unlike: requestKey, isKept: scan.scans !== null })
  if (isLookedAt(event))
    later(() => (lot && unit ? noteScanOfUnit(ctx, { code, lotId: lot.id, unit }, looking) : noteScan(ctx, { code, ...looking })))
  return {
    scan,
    judgement,
    sealedOn: sealedAt && dateInVietnam(sealedAt),
    verdicts: verdictsOf({ lot, certificate: scan.certificate.state }, dateInVietnam(ctx.now)),
    host: url.host,
    shortAddress: shortAddress({ origin: url.origin }, { traceCode: code }),
    requestKey,
  }
}

/** Not by a program that asks for the head or the data alone, nor by a browser that fetches ahead. What is rendered for everybody the front counts. */
function isLookedAt(event: RequestEvent): boolean {
  const { request, isDataRequest } = event
  return request.method === 'GET' && !isDataRequest && !request.headers.has('sec-purpose') && !isForEverybody(event)
}

/** After the answer is on its way: whoever stands in the market does not wait for a number. */
function later(note: () => Promise<void>): void {
  setImmediate(() => note().catch((err: unknown) => currentRuntime().log.warn({ err }, 'a scan was not counted')))
}

export type ScanData = Awaited<ReturnType<typeof loadScan>>
