import { foldText } from '@dacsan/vietnam'

/** What a category asks to be said of a product: one of `values`, or words of one's own where `isFree`. */
export type CategoryAttribute = {
  id: string
  name: string
  isRequired: boolean
  isFree: boolean
  values: readonly { id: string; name: string }[]
}
/** `valueId` is empty for words of one's own. */
export type AnsweredAttribute = { id: string; valueId: string; value: string }

/** What is known of a product, whatever a marketplace calls it. */
export type ProductFacts = { origin: string | null; maker: string | null; netContent: string | null }

/** By which names the categories ask for it, folded; the address of a maker is another question. */
const askedBy: Readonly<Record<keyof ProductFacts, RegExp>> = {
  origin: /^(?:quoc gia )?xuat xu$|^nuoc (?:san xuat|xuat xu)$|^(?:country|region) of origin$|^country[ _]origin$/,
  maker: /^(?:ten )?(?:to chuc|nha|co so|don vi)(?: chiu trach nhiem)? san xuat$|^(?:name of )?manufacturer(?: name)?$/,
  netContent: /^(?:khoi luong|trong luong) tinh$|^dinh luong$|^net (?:weight|content)$/,
}

/**
 * Answers what a category asks for, as far as it is known: never by a value that only looks like it. `unanswered` names what is required and not known.
 *
 * @example answerAttributes([{ id: '1', name: 'Xuất xứ', isRequired: true, isFree: false, values: [{ id: '7', name: 'Việt Nam' }] }], { origin: 'Việt Nam', maker: null, netContent: null }) // { answers: [{ id: '1', valueId: '7', value: 'Việt Nam' }], unanswered: [] }
 */
export function answerAttributes(
  asked: readonly CategoryAttribute[],
  facts: ProductFacts,
): { answers: AnsweredAttribute[]; unanswered: string[] } {
  const told = asked.map((attribute) => ({ attribute, answer: answerOf(attribute, facts) }))
  return {
    answers: told.flatMap(({ answer }) => answer ?? []),
    unanswered: told.flatMap(({ attribute, answer }) => (attribute.isRequired && !answer ? [attribute.name] : [])),
  }
}

function answerOf({ id, name, isFree, values }: CategoryAttribute, facts: ProductFacts): AnsweredAttribute | null {
  const asks = foldText(name)
  const fact = (Object.keys(askedBy) as (keyof ProductFacts)[]).find((one) => askedBy[one].test(asks))
  const value = fact ? facts[fact] : null
  if (!value) return null
  const same = values.find((one) => plain(one.name) === plain(value))
  if (same) return { id, valueId: same.id, value: same.name }
  return isFree ? { id, valueId: '', value } : null
}

/** `Viet Nam`, `Vietnam` and `Việt Nam` are one. */
const plain = (text: string): string => foldText(text).replaceAll(' ', '')
