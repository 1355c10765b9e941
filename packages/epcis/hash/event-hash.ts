import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { eventsOf, surroundingsOf } from '../document-events.ts'
import type { EpcisEvent } from '../model.ts'
import { type HashScope, preHash } from './pre-hash.ts'

/** Gives the digest of a text in UTF-8 as hexadecimal. */
export type Sha256 = (text: string) => string

const portable: Sha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)))

/**
 * The Event Hash ID of CBV 2.0: the same for every way to write one event down, another as soon as anything in it changes.
 * `digest` may name a faster SHA-256, as the one of Node is.
 *
 * @example
 * eventHash({ type: 'ObjectEvent', eventTime: '2020-03-04T11:00:30+01:00', eventTimeZoneOffset: '+01:00', action: 'OBSERVE', epcList: [] }).length
 * // 89
 */
export function eventHash(event: EpcisEvent, scope: HashScope = {}, digest: Sha256 = portable): string {
  return `ni:///sha-256;${digest(preHash(event, scope))}?ver=CBV2.0`
}

/**
 * The hash inputs of all events of a document, a query document or a bare event, in their order.
 * A document may name extensions of its keeper that do not count in a member `ignoreFields` of any prefix.
 *
 * @example preHashes({ epcisBody: { eventList: [] } }) // []
 */
export function preHashes(document: unknown): string[] {
  const scope = surroundingsOf(document)
  return eventsOf(document).map((event) => preHash(event, scope))
}

/**
 * The Event Hash IDs of all events of a document, in their order.
 *
 * @example documentHashes({ epcisBody: { eventList: [] } }) // []
 */
export function documentHashes(document: unknown, digest: Sha256 = portable): string[] {
  return preHashes(document).map((text) => `ni:///sha-256;${digest(text)}?ver=CBV2.0`)
}
