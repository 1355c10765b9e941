import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { mobileNumber } from '@dacsan/platform/mobile-number'
import { consume } from '@dacsan/platform/rate-limit'
import { isPushEndpoint } from '@dacsan/platform/web-push'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { actorName, record, requireAct, requirePerson } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { messageKinds, messageLanguages } from '../message.ts'
import type { MessageKind } from '../message.ts'
import { reachActs, tiesOfReach } from './acts.ts'
import {
  deleteBrowser,
  replacePreferences,
  selectBrowsers,
  selectPersonToReach,
  selectPreferences,
  selectReach,
  upsertBrowser,
  upsertReach,
  whyRefused,
} from './reach.store.ts'
import type { Reach } from './reach.store.ts'
import { channels, defaults, isWanted } from './rules/channels.ts'
import type { Channel, Default, Hours, Preference } from './rules/channels.ts'
import type { PushSubscriptionId } from './rules/ids.ts'
import type { ReachRefusal } from './rules.ts'
import { tellFacts } from './tell.ts'
import type { ChannelsOn } from './tell.ts'
import { ownReachPath, testMessage } from './words.ts'

export type OwnReach = Reach & {
  email: string | null
  common: Hours
  choices: { kind: MessageKind; channel: Channel; given: Default; wanted: boolean }[]
  browsers: { id: PushSubscriptionId; device: string; createdAt: Date }[]
  refused: { channel: Channel; why: string; at: Date }[]
  off: Channel[]
}

/** How the signed-in person is reached now. */
export async function findOwnReach(ctx: Ctx, on: ChannelsOn): Promise<OwnReach> {
  const { userId } = requirePerson(ctx.actor)
  const reach = await selectReach(ctx.db, userId)
  const person = await selectPersonToReach(ctx.db, userId)
  const chosen = await selectPreferences(ctx.db, userId)
  const { value: common } = await ruleOn(ctx.db, 'message.quiet-hours', dateInVietnam(ctx.now))
  const addresses = { mail: person?.email ?? null, sms: reach.phone, zns: reach.phone }
  const refused: OwnReach['refused'] = []
  for (const channel of ['mail', 'sms', 'zns'] as const) {
    const address = addresses[channel]
    const found = address === null ? null : await whyRefused(ctx.db, userId, channel, address)
    if (found) refused.push({ channel, ...found })
  }
  return {
    ...reach,
    email: person?.email ?? null,
    common,
    choices: messageKinds.flatMap((kind) =>
      channels.map((channel) => ({ kind, channel, given: defaults[kind][channel], wanted: isWanted(kind, channel, chosen) })),
    ),
    browsers: (await selectBrowsers(ctx.db, userId)).map(({ id, device, createdAt }) => ({ id, device, createdAt })),
    refused,
    off: channels.filter((channel) => !on.has(channel)),
  }
}

const hour = z
  .union([z.literal(''), z.coerce.number().int().min(0).max(23)])
  .transform((typed) => (typed === '' ? null : typed))
  .default(null)

export const chooseReachInput = z.object({
  language: z.enum(messageLanguages),
  phone: z.string().trim().max(30).default(''),
  quietFrom: hour,
  quietTo: hour,
  /** `kind:channel` of each that is wanted. */
  wanted: z.array(z.string().max(30)).default([]),
})

/** Saves by which ways the owner of an account wants to be reached. What cannot be silenced goes on, whatever was sent. */
export async function chooseReach(ctx: Ctx, userId: UserId, input: z.infer<typeof chooseReachInput>): Promise<Outcome<void, ReachRefusal>> {
  const act = reachActs.choose
  requireAct(ctx.actor, act, tiesOfReach(userId), { known: true })
  const { quietFrom: from, quietTo: to } = input
  if ((from === null) !== (to === null) || (from !== null && from === to)) return refuse('quiet-hours-empty')
  const phone = input.phone === '' ? null : mobileNumber(input.phone)
  if (phone === null && input.phone !== '') return refuse('phone-not-mobile')
  const chosen = messageKinds.flatMap((kind) =>
    channels.flatMap((channel): Preference[] => {
      const wanted = input.wanted.includes(`${kind}:${channel}`)
      const given = defaults[kind][channel]
      return given === 'always' || wanted === (given === 'on') ? [] : [{ kind, channel, wanted }]
    }),
  )
  await inTransaction(ctx, async (tx) => {
    await upsertReach(tx, userId, { language: input.language, phone, quiet: from === null || to === null ? null : { from, to } }, ctx.now)
    await replacePreferences(tx, userId, chosen, ctx.now)
    await record(tx, ctx, act, { subjectId: userId, detail: { phone: phone !== null, changed: chosen.length } })
  })
  return done(undefined)
}

export const addBrowserInput = z.object({
  endpoint: z.string().max(1000),
  p256dh: z.string().regex(/^[\w-]{80,100}={0,2}$/),
  auth: z.string().regex(/^[\w-]{20,30}={0,2}$/),
  device: z.string().trim().max(80).default(''),
})

/** From now on this browser shows the messages of the owner. */
export async function addBrowser(ctx: Ctx, userId: UserId, input: z.infer<typeof addBrowserInput>): Promise<Outcome<void, ReachRefusal>> {
  const act = reachActs['add-browser']
  requireAct(ctx.actor, act, tiesOfReach(userId), { known: true })
  if (!isPushEndpoint(input.endpoint)) return refuse('not-a-push-service')
  await inTransaction(ctx, async (tx) => {
    await upsertBrowser(tx, { id: ctx.newId('psh'), userId, ...input, at: ctx.now })
    await record(tx, ctx, act, { subjectId: userId })
  })
  return done(undefined)
}

export async function removeBrowser(ctx: Ctx, userId: UserId, id: PushSubscriptionId): Promise<void> {
  const act = reachActs['remove-browser']
  requireAct(ctx.actor, act, tiesOfReach(userId), { known: true })
  await inTransaction(ctx, async (tx) => {
    await deleteBrowser(tx, { userId, id })
    await record(tx, ctx, act, { subjectId: userId })
  })
}

const testLimit = { bucket: 'message-test', most: 5, minutes: 10 }

/** A message to oneself, by every channel that is on. */
export async function testReach(ctx: Ctx, userId: UserId, on: ChannelsOn): Promise<Outcome<void, ReachRefusal>> {
  const act = reachActs.test
  requireAct(ctx.actor, act, tiesOfReach(userId), { known: true })
  const minutes = await consume(ctx.db, ctx.now, { limit: testLimit, subject: userId })
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const told = {
    fact: ctx.newId('tst'),
    to: [userId],
    path: ownReachPath,
    object: ['reach', userId],
    values: { name: actorName(ctx.actor) },
  } as const
  await tellFacts({ db: ctx.db, now: ctx.now, on }, testMessage, [told])
  await inTransaction(ctx, (tx) => record(tx, ctx, act, { subjectId: userId }))
  return done(undefined)
}
