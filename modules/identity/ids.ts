import type { Id } from '@dacsan/platform/ids'

/** Somebody with an account. */
export type UserId = Id<'usr'>

export type OrganisationId = Id<'org'>

/** A role of a person in an organisation. */
export type MembershipId = Id<'mem'>

/** An address with which somebody chooses a password. */
export type InvitationId = Id<'inv'>

/** What an administrator did to somebody's way in, told to its owner. */
export type NoticeId = Id<'ntc'>
