/** Who may be a producer: Quyết định 26/2026/QĐ-TTg, Điều 2. `unknown` only for old records whose source does not say. */
export const producerKinds = ['cooperative', 'cooperative-group', 'company', 'farm', 'household', 'tourism-association', 'unknown'] as const
export type ProducerKind = (typeof producerKinds)[number]

/** What a producer can say it is; of some in the register no source tells it. */
export const registrableKinds = producerKinds.filter((kind) => kind !== 'unknown')
