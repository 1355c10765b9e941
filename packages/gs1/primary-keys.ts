import { aiRules } from './dictionary.ts'

/**
 * The AIs that a Digital Link may begin with: the primary keys of the dictionary, in its order.
 *
 * @example primaryKeyAis().slice(0, 2) // ['00', '01']
 */
export function primaryKeyAis(): string[] {
  return aiRules()
    .filter(({ sequences }) => sequences !== undefined)
    .map(({ ai }) => ai)
}
