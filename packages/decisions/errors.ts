/** The thing does not exist, or not for this person: the two look alike on purpose. Answered as 404. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
  readonly details: Readonly<Record<string, unknown>>

  /** @example new NotFound('No such dossier', { id: 'dos_1' }).details // { id: 'dos_1' } */
  constructor(message = 'Not found', details: Record<string, unknown> = {}) {
    super(message)
    this.details = details
  }
}

/** The thing may be seen but this person may not do that to it. Answered as 403. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
  readonly details: Readonly<Record<string, unknown>>

  /** @example new Forbidden('Only the chair may close the session').message // 'Only the chair may close the session' */
  constructor(message = 'Forbidden', details: Record<string, unknown> = {}) {
    super(message)
    this.details = details
  }
}

/** Someone else changed the thing first: read it again and decide again. Answered as 409. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  readonly details: Readonly<Record<string, unknown>>

  /** @example new Conflict('The sheet was saved by someone else', { version: 2 }).details // { version: 2 } */
  constructor(message = 'Conflict', details: Record<string, unknown> = {}) {
    super(message)
    this.details = details
  }
}
