import {
  bizSteps,
  bizTransactionTypes,
  components,
  dispositions,
  errorReasons,
  measurementTypes,
  sensorAlerts,
  sourceDestinationTypes,
} from './words.ts'

type Form = { words: ReadonlySet<string>; web: string; curie: string; urn?: string }

const cbv = (words: readonly string[], web: string, urn?: string): Form => ({
  words: new Set(words),
  web: `https://ref.gs1.org/cbv/${web}-`,
  curie: `cbv:${web}-`,
  ...(urn ? { urn: `urn:epcglobal:cbv:${urn}:` } : {}),
})
const voc = (words: readonly string[]): Form => ({ words: new Set(words), web: 'https://gs1.org/voc/', curie: 'gs1:' })

const forms = {
  bizStep: cbv(bizSteps, 'BizStep', 'bizstep'),
  disposition: cbv(dispositions, 'Disp', 'disp'),
  bizTransactionType: cbv(bizTransactionTypes, 'BTT', 'btt'),
  sourceDestinationType: cbv(sourceDestinationTypes, 'SDT', 'sdt'),
  errorReason: cbv(errorReasons, 'ER', 'er'),
  component: cbv(components, 'Comp'),
  measurementType: voc(measurementTypes),
  sensorAlert: voc(sensorAlerts),
} satisfies Record<string, Form>

/** The standard vocabularies whose words have several forms. */
export type Vocabulary = keyof typeof forms

/**
 * Whether a bare word belongs to a standard vocabulary of CBV 2.0 or the GS1 Web Vocabulary.
 *
 * @example isWord('bizStep', 'shipping') // true
 * @example isWord('bizStep', 'examplifying') // false
 */
export function isWord(vocabulary: Vocabulary, word: string): boolean {
  return forms[vocabulary].words.has(word)
}

/**
 * The bare word of a standard value in whatever form it comes: bare word, CURIE, URN or Web URI. Other values stay as they are.
 * Source: CBV 2.0 section 8.1; EPCIS 2.0 section 10.2 (bare words in JSON).
 *
 * @example bareWord('bizStep', 'urn:epcglobal:cbv:bizstep:shipping') // 'shipping'
 * @example bareWord('disposition', 'cbv:Disp-in_transit') // 'in_transit'
 * @example bareWord('bizStep', 'https://example.org/steps/drying') // 'https://example.org/steps/drying'
 */
export function bareWord(vocabulary: Vocabulary, value: string): string {
  const { words, web, curie, urn }: Form = forms[vocabulary]
  if (words.has(value)) return value
  for (const prefix of [web, urn, curie]) {
    if (prefix === undefined || !value.startsWith(prefix)) continue
    const word = value.slice(prefix.length)
    if (words.has(word)) return word
  }
  return value
}

/**
 * The Web URI of a standard value in whatever form it comes; a URN of the vocabulary is rewritten even if its word is unknown
 * (CBV 2.0, Event Hash ID, rules 14 to 16). Other values stay as they are.
 *
 * @example webUri('bizStep', 'shipping') // 'https://ref.gs1.org/cbv/BizStep-shipping'
 * @example webUri('measurementType', 'gs1:Temperature') // 'https://gs1.org/voc/Temperature'
 */
export function webUri(vocabulary: Vocabulary, value: string): string {
  const { words, web, curie, urn }: Form = forms[vocabulary]
  if (words.has(value)) return web + value
  if (urn !== undefined && value.startsWith(urn)) return web + value.slice(urn.length)
  if (value.startsWith(curie)) return web + value.slice(curie.length)
  return value
}

/**
 * The URN of a standard value, where its vocabulary has URNs (sensor words have none); the Web URI where not.
 *
 * @example cbvUrn('bizTransactionType', 'po') // 'urn:epcglobal:cbv:btt:po'
 * @example cbvUrn('component', 'x') // 'https://ref.gs1.org/cbv/Comp-x'
 */
export function cbvUrn(vocabulary: Vocabulary, value: string): string {
  const { words, web, urn }: Form = forms[vocabulary]
  const word = bareWord(vocabulary, value)
  if (!words.has(word)) return value
  return (urn ?? web) + word
}
