/** Who tells of transfers, beside files of banks. */
export const providers = ['sepay', 'casso', 'payos'] as const
export type Provider = (typeof providers)[number]
export const isProvider = (text: string): text is Provider => (providers as readonly string[]).includes(text)

export type CameBy = 'statement' | Provider

/** What was done about a line. */
export const answers = ['booked', 'recorded-before', 'asked-rest', 'to-refund', 'set-aside', 'is-refund'] as const
export type Answer = (typeof answers)[number]

/**
 * What became of an event of a provider. `known`: its transfer was in the books; `unknown`: nothing can be made of it, it is kept and shown;
 * `conflict`: the same event was told with other contents.
 */
export const eventStates = ['stored', 'taken', 'known', 'unknown', 'conflict'] as const
export type EventState = (typeof eventStates)[number]

/** Why nothing could be made of an event. */
export const unknownReasons = ['no-json', 'other-shape', 'no-transfer', 'other-account', 'test-message', 'other-contents'] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** Why a message was turned away before anything of it was kept. */
export const rejections = ['not-signed', 'signature', 'too-old', 'too-early'] as const
export type Rejection = (typeof rejections)[number]
