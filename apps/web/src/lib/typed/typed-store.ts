import { clear, createStore, del, entries, get, keys, set } from 'idb-keyval'
import type { TypedField } from './fields.ts'
import type { KeptMark } from './kept-marks.ts'

/** What somebody typed into a form and did not send yet. */
export type Typed = { fields: TypedField[]; at: number }
/** The files that somebody chose in a form and did not send yet, by field and its place among those of its name. */
export type ChosenFiles = { at: number; fields: { name: string; place: number; files: File[] }[] }

/**
 * A form that was sent and of which nobody knows yet whether it arrived. Files are kept too, as far as the device has room. Records of older versions of
 * the app lie here as well: whatever was added later may be absent.
 */
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
  /** The form on its page, as {@link Typed} is kept. */
  form?: string
  /** What the fields are called on their page, and what their choices say there: `kind`, and `kind=3`. */
  labels?: Record<string, string>
  /** The ids under which its files go in pieces, by their place in the content. */
  uploads?: Record<number, string>
}

// A store each, since a browser makes the table of a store only with the database itself.
const typedForms = createStore('dacsan-typed', 'forms')
const chosenFiles = createStore('dacsan-chosen', 'files')
const sentForms = createStore('dacsan-sent', 'forms')
/** What arrived or was given up lately, by id. */
const doneForms = createStore('dacsan-done', 'forms')
/** Marks of score sheets that did not arrive yet. */
const sheetMarks = createStore('dacsan-marks', 'marks')

/** A browser without room, or in a private window, keeps nothing: then the page says that it cannot. */
const tried = async <T>(what: () => Promise<T>): Promise<T | undefined> => (left ? undefined : what().catch(() => undefined))
const wrote = async (what: () => Promise<void>): Promise<boolean> => (await tried(() => what().then(() => true))) ?? false
/** Somebody is signing out: what is still under way on the page must not write again behind the clearing. */
let left = false

/** Forgets everything on this device, and keeps nothing any more. The answer to signing out clears the device too. */
export function forgetAll(): void {
  for (const store of [typedForms, chosenFiles, sentForms, doneForms, sheetMarks]) void tried(() => clear(store))
  localStorage.removeItem(ledgerName)
  sessionStorage.removeItem(refillName)
  left = true
}

/** A browser in want of room clears those first who did not ask. It asks nobody twice. */
let asked = false
function askToKeep(): void {
  if (asked) return
  asked = true
  void navigator.storage?.persist?.().catch(() => {})
}

export const readTyped = (id: string) => tried(() => get<Typed>(id, typedForms))
export const writeTyped = (id: string, typed: Typed) => tried(() => set(id, typed, typedForms))
export const dropTyped = (id: string) => tried(() => del(id, typedForms))

export const readChosen = (id: string) => tried(() => get<ChosenFiles>(id, chosenFiles))
/** False where the device has no room for them. */
export function writeChosen(id: string, chosen: ChosenFiles): Promise<boolean> {
  askToKeep()
  return wrote(() => set(id, chosen, chosenFiles))
}
export const dropChosen = (id: string) => tried(() => del(id, chosenFiles))

/** What this person marked on this device, whichever the sheet. */
export async function readMarks(person: string): Promise<KeptMark[]> {
  const all = (await tried(() => entries<string, KeptMark>(sheetMarks))) ?? []
  return all.filter(([id]) => id.startsWith(`${person} `)).map(([, kept]) => kept)
}
/** False where the device has no room for it. */
export const writeMark = (person: string, kept: KeptMark) => wrote(() => set(`${person} ${kept.path} ${kept.criterion}`, kept, sheetMarks))
export const dropMark = (person: string, path: string, criterion: string) => tried(() => del(`${person} ${path} ${criterion}`, sheetMarks))

/** False where the device has no room for it. */
export async function writeSent(person: string, sent: Sent): Promise<boolean> {
  askToKeep()
  if (!(await wrote(() => set(`${person} ${sent.id}`, sent, sentForms)))) return false
  note(person, [...noted(person).filter(({ id }) => id !== sent.id), nameOf(sent)])
  return true
}
export async function dropSent(person: string, id: string): Promise<void> {
  note(
    person,
    noted(person).filter((one) => one.id !== id),
  )
  // A browser writes the list of names seconds later: ended before, it would name this one as lost.
  await tried(() => set(id, Date.now(), doneForms))
  await tried(() => del(`${person} ${id}`, sentForms))
}

/** What this person sent from this device and is still here, the first first. */
export async function readSent(person: string): Promise<Sent[]> {
  const all = (await tried(() => entries<string, Sent>(sentForms))) ?? []
  return all
    .filter(([id]) => id.startsWith(`${person} `))
    .map(([, sent]) => sent)
    .toSorted((one, other) => one.at - other.at)
}

/** Whether a form is still in the queue. Its files are not read for that. */
export async function isStillSent(person: string, id: string): Promise<boolean> {
  return ((await tried(() => keys<string>(sentForms))) ?? []).includes(`${person} ${id}`)
}

/** What waits, by name: so that it is seen when a browser in want of room has cleared what it names. */
export type Noted = { id: string; title: string; at: number; files: string[] }
const ledgerName = 'dacsan-not-sent'

export const filesOf = ({ content }: Pick<Sent, 'content'>): File[] =>
  content.flatMap(([, value]) => (value instanceof File && value.name !== '' ? [value] : []))
/** What somebody typed and chose, as its page says it; what nobody typed has no name there. */
export const textsOf = ({ content, labels }: Pick<Sent, 'content' | 'labels'>): { name: string; value: string }[] =>
  content.flatMap(([name, value]) => {
    if (typeof value !== 'string' || value === '' || (labels && !labels[name])) return []
    return [{ name: labels?.[name] ?? name, value: labels?.[`${name}=${value}`] ?? value }]
  })
const nameOf = (sent: Sent): Noted => ({ id: sent.id, title: sent.title, at: sent.at, files: filesOf(sent).map(({ name }) => name) })

function noted(person: string): Noted[] {
  try {
    return (JSON.parse(localStorage.getItem(ledgerName) ?? '{}') as Record<string, Noted[]>)[person] ?? []
  } catch {
    return []
  }
}

function note(person: string, names: readonly Noted[]): void {
  try {
    if (left) return
    if (names.length === 0) localStorage.removeItem(ledgerName)
    else localStorage.setItem(ledgerName, JSON.stringify({ [person]: names }))
  } catch {
    // Without it a clearing by the browser is not seen; nothing else depends on it.
  }
}

/** What was here and is not any more, although nobody sent or removed it. */
export async function lostSent(person: string): Promise<Noted[]> {
  const names = noted(person)
  if (names.length === 0) return []
  const done = (await tried(() => entries<string, number>(doneForms))) ?? []
  const known = new Set([...(await readSent(person)).map(({ id }) => id), ...done.map(([id]) => id)])
  for (const [id, at] of done) if (at < Date.now() - doneDays * 86_400_000) void tried(() => del(id, doneForms))
  return names.filter((one) => !known.has(one.id))
}
const doneDays = 7

/** Its person has read that these are gone. */
export function forgetLost(person: string, ids: readonly string[]): void {
  note(
    person,
    noted(person).filter(({ id }) => !ids.includes(id)),
  )
}

const refillName = 'dacsan-refill'
/** The form that is to be filled in again on the page that opens next in this window. */
export const markRefill = (id: string) => sessionStorage.setItem(refillName, id)
export const markedRefill = () => sessionStorage.getItem(refillName)
export const forgetRefill = () => sessionStorage.removeItem(refillName)
