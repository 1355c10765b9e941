import type { Id } from '@dacsan/platform/ids'

export type CaptureId = Id<'cap'>
export type SubscriptionId = Id<'sub'>

/** What happens to a capture when one of its events cannot be taken: EPCIS 2.0, header GS1-Capture-Error-Behaviour. */
export const captureBehaviours = ['rollback', 'proceed'] as const
export type CaptureBehaviour = (typeof captureBehaviours)[number]

/** Nobody captures in the name of no organisation. */
export type NoOrganisation = { code: 'no-organisation' }

/** When something happened, as an event says it: the clock on the wall is that of Việt Nam. */
export const happenedAt = (at: Date) => ({ eventTime: at.toISOString(), eventTimeZoneOffset: '+07:00' })

/** A problem body of RFC 9457 with a type of EPCIS (EPCIS 2.0 section 12.4). */
export type EpcisProblem = { type: `epcisException:${string}`; title: string; status: number; detail: string; instance?: string }

/** Why a GLN is not said to be somebody’s. */
export type GlnRefusal = { code: 'unknown-organisation' } | { code: 'gln-invalid'; gln: string } | { code: 'gln-taken'; gln: string }

/** The notice of a change (`platform/changes.ts`) by which all processes learn that somebody who listens by WebSocket has something to hear. */
export const socketNotice = 'epcis-socket'
