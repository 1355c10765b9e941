import type { RequestEvent } from '@sveltejs/kit'
import type { Looking } from '@dacsan/modules/traceability'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readPlace } from '@dacsan/modules/traceability/rules'

/** Who looks at a label, as far as a request says it. */
export function lookingFrom({ getClientAddress, request: { headers } }: Pick<RequestEvent, 'getClientAddress' | 'request'>): Looking {
  const { placeHeader } = currentRuntime().config
  return {
    address: getClientAddress(),
    device: headers.get('user-agent') ?? '',
    place: placeHeader === undefined ? null : readPlace(headers.get(placeHeader) ?? ''),
  }
}
