import type { Outcome } from '@dacsan/decisions'
import type { CarrierName } from './carrier-names.ts'
import type { ParcelState } from './states.ts'

/** Who sends or receives, as carriers ask for it. `district` is of before 1 July 2025 and may be empty. */
export type Party = { name: string; phone: string; address: string; commune: string; district: string; province: string }

/** What is to be carried. Units stand in the names; each carrier gets its own. */
export type ParcelToSend = {
  /** Ours: by it a parcel is made once, and found again. */
  clientCode: string
  from: Party
  to: Party
  grams: number
  lengthMillimetres: number
  widthMillimetres: number
  heightMillimetres: number
  /** What the buyer pays at the door; 0: nothing. */
  codVnd: number
  valueVnd: number
  needsCold: boolean
  items: readonly { name: string; quantity: number; grams: number; priceVnd: number }[]
  note: string
}

/** One request over HTTPS. `host`: where it goes, of those that a carrier has. */
export type Call = {
  method: 'GET' | 'POST'
  host: 'api' | 'label'
  path: string
  headers: Readonly<Record<string, string>>
  body: string | null
}
/** What came back, as it came. */
export type Answer = { status: number; mediaType: string; body: Uint8Array }

/** What opens an account, by names that `credentialFields` lists; after signing in with `token` beside them. */
export type Credentials = Readonly<Record<string, string>>

/** `busy`: ask again later; `refused`: the carrier says no, in its words; `exists`: it has a parcel under this client code. */
export type CarrierRefusal =
  | { code: 'unreadable' }
  | { code: 'token-refused' }
  | { code: 'busy' }
  | { code: 'not-found' }
  | { code: 'refused'; says: string }
  | { code: 'exists'; carrierCode: string | null }
export type Reading<T> = Outcome<T, CarrierRefusal>

export type ReadFee = { feeVnd: number }
export type ReadCreated = { carrierCode: string; feeVnd: number | null }
/** `state` is null where the status is none that this table knows: it is shown as the carrier says it. */
export type ReadDetail = {
  carrierCode: string
  clientCode: string | null
  status: string
  statusText: string | null
  state: ParcelState | null
  codVnd: number | null
  feeVnd: number | null
  grams: number | null
}
/** A label as a file, or the next request on the way to it. */
export type ReadLabel = { file: { mediaType: string; body: Uint8Array } } | { next: Call }
/** A hint: which parcel somebody should ask about. `token`: the secret that stands in the message, where this carrier puts one there. */
export type ReadPush = {
  carrierCode: string
  clientCode: string | null
  status: string
  statusText: string | null
  state: ParcelState | null
  at: string | null
  token: string | null
}

export type Step<Asked, Read> = { write: (credentials: Credentials, asked: Asked) => Call; read: (answer: Answer) => Reading<Read> }

/** The protocol of one carrier: pure, what to send and what an answer means. Where a step is null the carrier has none (see uncertain.ts). */
export type Carrier = {
  name: CarrierName
  hosts: Readonly<Record<Call['host'], string>>
  credentialFields: readonly string[]
  signIn: Step<null, { token: string }> | null
  fee: Step<ParcelToSend, ReadFee>
  create: Step<ParcelToSend, ReadCreated>
  cancel: Step<{ carrierCode: string }, null>
  label: Step<{ carrierCode: string }, ReadLabel>
  detail: Step<{ carrierCode: string }, ReadDetail> | null
  find: Step<{ clientCode: string }, ReadDetail> | null
  /** The parcels that a message speaks of. */
  readPush: (body: Uint8Array) => Reading<ReadPush[]>
}
