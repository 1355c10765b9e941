import { clear, createStore, del, entries, get, set } from 'idb-keyval'
import type { TypedField } from './fields.ts'

/** What somebody typed into a form and did not send yet. */
export type Typed = { fields: TypedField[]; at: number }

/** A form that was sent and of which nobody knows yet whether it arrived. Files are kept too, as far as the device has room. */
export type Sent = {
  id: string
  /** The page on which it was typed, and what it is called there. */
  path: string
  title: string
  action: string
  encoding: string
  content: [name: string, value: FormDataEntryValue][]
  key: string
  at: number
  /** Why it did not go, once somebody has to look at it. */
  refused: string | null
}

// Two stores, since a browser makes the table of a store only with the database itself.
const typedForms = createStore('dacsan-typed', 'forms')
const sentForms = createStore('dacsan-sent', 'forms')

/** A browser without room, or in a private window, keeps nothing: then the page says that it cannot. */
const tried = async <T>(what: () => Promise<T>): Promise<T | undefined> => (left ? undefined : what().catch(() => undefined))
/** Somebody is signing out: what is still under way on the page must not write again behind the clearing. */
let left = false

/** Forgets everything on this device, and keeps nothing any more. The answer to signing out clears the device too. */
export function forgetAll(): void {
  for (const store of [typedForms, sentForms]) void tried(() => clear(store))
  left = true
}

export const readTyped = (id: string) => tried(() => get<Typed>(id, typedForms))
export const writeTyped = (id: string, typed: Typed) => tried(() => set(id, typed, typedForms))
export const dropTyped = (id: string) => tried(() => del(id, typedForms))

/** False where the device has no room for it. */
export const writeSent = async (person: string, sent: Sent): Promise<boolean> =>
  (await tried(() => set(`${person} ${sent.id}`, sent, sentForms).then(() => true))) ?? false
export const dropSent = (person: string, id: string) => tried(() => del(`${person} ${id}`, sentForms))

/** What this person sent from this device and is still here, the first first. */
export async function readSent(person: string): Promise<Sent[]> {
  const all = (await tried(() => entries<string, Sent>(sentForms))) ?? []
  return all
    .filter(([id]) => id.startsWith(`${person} `))
    .map(([, sent]) => sent)
    .toSorted((one, other) => one.at - other.at)
}
