import type { NamedAct } from '@dacsan/decisions'
import type { FactFile } from '@dacsan/platform/facts'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { OpenInstallation, ReadDb, Tx } from './context.ts'
import type { Demo } from './demo.ts'
import type { Role } from './identity/rules.ts'
import type { List } from './list.ts'
import type { Contact, Reminder, Telling } from './message.ts'
import type { OpenDataSet } from './open-data.ts'
import type { OrganisationHolding } from './organisation-holding.ts'
import type { PersonalData } from './personal-data.ts'
import type { SealedFacts } from './sealed-facts.ts'
import type { FindOf } from './finding.ts'
import type { WaitingOf } from './waiting.ts'
import type { Work } from './work.ts'

/** What can be done to one kind of thing. */
export type ActTable = {
  /** What the office calls the kind of thing. */
  says: string
  /** Its states in their order; none where it has none. */
  statuses: readonly string[]
  acts: Readonly<Record<string, NamedAct>>
}

/** An entry of the office's side bar and landing page: who works there and what it is for. */
export type NavigationEntry = {
  path: string
  label: string
  about: string
  roles: readonly Role[]
  /** Where it stands among the entries of all rooms, in the order of the programme. */
  order: number
}

/** What an integrity check reads. */
export type Books = Pick<OpenInstallation, 'db' | 'pool' | 'files'>

/** Something that is written twice and must agree. */
export type IntegrityCheck = {
  /** What agrees where it passes, for the administrator. */
  says: string
  /** How much it looked at, and what is wrong, a sentence each. */
  check: (books: Books) => Promise<{ checked: number; faults: string[] }>
}

/** What a room brings to the house. The list of rooms (room-list.ts) is the only other place that names it. */
export type Room = {
  name: string
  /** The rooms that it may import from, through their front doors: checked by `npm test` (tools/check-arrows.ts). */
  uses: readonly string[]
  acts: readonly ActTable[]
  navigation: readonly NavigationEntry[]
  /** What waits for whoever asks, on their desk and beside the desk's name. */
  waiting?: WaitingOf
  /** The lists of its pages: a page, an address, an order in the database and a file each. */
  lists?: readonly List[]
  /** What it finds for whoever asks, by words, codes and telephone numbers. */
  find?: FindOf
  /** What it holds about people. */
  personalData: PersonalData
  /** Ends, each night, what the law lets nobody keep longer: how much of what. */
  endRetention?: (tx: Tx, now: Date) => Promise<Readonly<Record<string, number>>>
  /** What it gives to everyone under /api/v1. */
  openData?: readonly OpenDataSet[]
  /** The files that it reads in the folder of the province: `tools/check-province.ts` judges them all. */
  facts?: readonly FactFile<unknown>[]
  /** What it does without being asked, and which events it hears. */
  work?: (installation: OpenInstallation) => Work
  /** Whom it tells what, once something has happened; the room notifications brings it to them. */
  messages?: readonly Telling[]
  /** What it reminds whom of, by the clock. */
  reminders?: readonly Reminder[]
  /** How people without an account are reached, by the prefix of their id; null where nobody may any more. */
  contacts?: Readonly<Record<string, (db: ReadDb, id: string) => Promise<Contact | null>>>
  /** Addresses that messages lead to and that must not be stored, by the name before the colon; null where it opens nothing any more. */
  secretPaths?: Readonly<Record<string, (installation: Pick<OpenInstallation, 'db'>, id: string, now: Date) => Promise<string | null>>>
  /** What is checked each night, by a name that no other room uses. */
  integrityChecks?: Readonly<Record<string, IntegrityCheck>>
  /** What nobody may change once it is final, by a name that no other room uses: bound into the transparency log. */
  sealedFacts?: Readonly<Record<string, SealedFacts>>
  /** Which of its sealed facts speak of what a public code names, for whoever wants to see the proof. What they say anybody may read. */
  sealedOf?: (db: ReadDb, code: string) => Promise<readonly { kind: string; key: string }[]>
  /** Where it keeps the numbers of people and their accounts: locked as they are written, and locked anew when the key changes. */
  lockedColumns?: readonly LockedColumn[]
  /** What it keeps by the ids of organisations, and how that goes over when one is merged into another. */
  organisations?: OrganisationHolding
  /** What it does in the demonstration (SEED=demo): `async () => (await import('./demo.ts')).…`, so that no server loads it that does not seed. */
  demo?: () => Promise<Demo>
}
