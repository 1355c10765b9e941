/** Who may be a producer: Quyết định 26/2026/QĐ-TTg, Điều 2. `unknown` only for old records whose source does not say. */
export const producerKinds = ['cooperative', 'cooperative-group', 'company', 'farm', 'household', 'tourism-association', 'unknown'] as const
export type ProducerKind = (typeof producerKinds)[number]

/** What a producer can say it is; of some in the register no source tells it. */
export const registrableKinds = producerKinds.filter((kind) => kind !== 'unknown')

/** What the law says of who may be a producer: for any product, for the products of some sets beside these, and who must show a registration. */
export type WhoMayProduce = {
  kinds: readonly string[]
  kindsOfSets: Readonly<Record<string, readonly string[]>>
  withRegistration: readonly string[]
}

export type ProducerKindRefusal =
  | { code: 'kind-not-allowed'; kind: ProducerKind }
  | { code: 'kind-not-for-set'; kind: ProducerKind; setCode: string }
  | { code: 'registration-missing'; kind: ProducerKind }

/**
 * Whether such a producer may take part, and with a product of this set where one is named. Of some producers in the register no source says what
 * they are: nothing is held against them until they say it themselves. `judgesNumbers`: the numbers are known to whoever asks.
 */
export function judgeProducerKind(
  law: WhoMayProduce,
  { kind, taxCode, registrationNo }: { kind: ProducerKind; taxCode?: string | null; registrationNo?: string | null },
  { setCode, judgesNumbers = false }: { setCode?: string; judgesNumbers?: boolean } = {},
): ProducerKindRefusal | null {
  if (kind === 'unknown') return null
  const ofAnySet = law.kinds.includes(kind)
  const ofSomeSet = Object.values(law.kindsOfSets).some((kinds) => kinds.includes(kind))
  if (!ofAnySet && !ofSomeSet) return { code: 'kind-not-allowed', kind }
  if (!ofAnySet && setCode !== undefined && !law.kindsOfSets[setCode]?.includes(kind)) return { code: 'kind-not-for-set', kind, setCode }
  if (judgesNumbers && law.withRegistration.includes(kind) && !taxCode && !registrationNo) return { code: 'registration-missing', kind }
  return null
}
