import type { Id } from '@dacsan/platform/ids'

/** Somebody with an account. */
export type UserId = Id<'usr'>

export type OrganisationId = Id<'org'>

/** A role of a person in an organisation. */
export type MembershipId = Id<'mem'>
