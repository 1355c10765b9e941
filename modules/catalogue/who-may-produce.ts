import type { Refused } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import { rulesOn } from '../law/index.ts'
import { judgeProducerKind, registrableKinds } from './rules/producer-kind.ts'
import type { ProducerKind, ProducerKindRefusal, WhoMayProduce } from './rules/producer-kind.ts'
import './topics.ts'

const topics = ['producer.kinds', 'producer.kinds-of-sets', 'producer.kinds-with-registration'] as const

/** Who may be a producer on a day, as the law says it. */
export async function whoMayProduce({ db, now }: { db: ReadDb; now: Date }): Promise<WhoMayProduce> {
  const law = await rulesOn(db, topics, dateInVietnam(now))
  return {
    kinds: law['producer.kinds'].value,
    kindsOfSets: law['producer.kinds-of-sets'].value,
    withRegistration: law['producer.kinds-with-registration'].value,
  }
}

/** The legal forms that somebody may say it has: those of every product set, and those of some set alone. */
export async function allowedKinds(ctx: { db: ReadDb; now: Date }): Promise<(typeof registrableKinds)[number][]> {
  const { kinds, kindsOfSets } = await whoMayProduce(ctx)
  const allowed = new Set([...kinds, ...Object.values(kindsOfSets).flat()])
  return registrableKinds.filter((kind) => allowed.has(kind))
}

/** Why the law of today does not let such a producer in; null where it does. */
export async function refuseProducerKind(
  ctx: { db: ReadDb; now: Date },
  producer: { kind: ProducerKind; taxCode?: string | null; registrationNo?: string | null },
  { judgesNumbers }: { judgesNumbers: boolean },
): Promise<Refused<Exclude<ProducerKindRefusal, { code: 'kind-not-for-set' }>> | null> {
  const refusal = judgeProducerKind(await whoMayProduce(ctx), producer, { judgesNumbers })
  return refusal && refusal.code !== 'kind-not-for-set' ? { ok: false, refusal } : null
}

/** Why the law of today does not let a producer of this legal form take part with a product of this set; null where it does. */
export async function refuseKindForSet(
  ctx: { db: ReadDb; now: Date },
  { kind, setCode }: { kind: ProducerKind; setCode: string },
): Promise<Refused<KindRefusal> | null> {
  const refusal = judgeProducerKind(await whoMayProduce(ctx), { kind }, { setCode })
  return refusal && refusal.code !== 'registration-missing' ? { ok: false, refusal } : null
}

export type KindRefusal = Exclude<ProducerKindRefusal, { code: 'registration-missing' }>
