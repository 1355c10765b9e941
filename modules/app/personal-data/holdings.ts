import type { Holding, PersonalData, SaidHolding } from '../../personal-data.ts'
import type { Language } from '../../province/rules.ts'
import { rooms } from '../../rooms.ts'
import { platformData } from './platform-data.store.ts'

/** What every room says of people, from the ground up, and what belongs to none. */
export const personalDataOf: readonly { room: string; data: PersonalData }[] = [
  { room: 'platform', data: platformData },
  ...rooms.map(({ name, personalData }) => ({ room: name, data: personalData })),
]

/** Every kind of thing that is held about people, by a name that no other has. */
export const holdings: readonly (Holding & { name: string })[] = personalDataOf.flatMap(({ data }) =>
  Object.entries(data.holdings).map(([name, holding]) => ({ ...holding, name })),
)

const byName = new Map(holdings.map((holding) => [holding.name, holding]))

/** How a kind of thing is called in a language; what has no words there keeps its own. */
export function holdingSaid(
  { name, says, fields = {}, codes = {} }: { name: string } & Partial<SaidHolding> & Pick<SaidHolding, 'says'>,
  lang: Language,
): Required<SaidHolding> {
  const spoken = lang === 'vi' ? undefined : byName.get(name)?.spoken?.[lang]
  return { says: spoken?.says ?? says, fields: spoken?.fields ?? fields, codes: { ...codes, ...spoken?.codes } }
}

/** How every holding of a purchase is called in a language, by its name: for whoever looks whether all of it is said. */
export const spokenHoldings = (lang: Language): Record<string, Required<SaidHolding>> =>
  Object.fromEntries(holdings.filter(({ spoken }) => spoken).map((holding) => [holding.name, holdingSaid(holding, lang)]))
