import type { Id } from '@dacsan/platform/ids'

/** Somebody with an account. */
export type UserId = Id<'usr'>

export type OrganisationId = Id<'org'>

/** A role of a person in an organisation. */
export type MembershipId = Id<'mem'>

/** By what id the trail and the security log know somebody: a person, or the key of a machine. */
export type TrailId = UserId | ApiKeyId

/** An address with which somebody chooses a password. */
export type InvitationId = Id<'inv'>

/** A key with which a machine of an organisation comes in. */
export type ApiKeyId = Id<'key'>

/** What an administrator did to somebody's way in, told to its owner. */
export type NoticeId = Id<'ntc'>
