import { dateInVietnam, formatMoment } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../../catalogue/index.ts'
import { peopleWith } from '../../../identity/index.ts'
import type { Asking, Told } from '../../../message.ts'
import type { ApplicationMoved, ApplicationStatus, FairMoved } from '../acts.ts'
import { selectApplication, selectApplications } from '../application.store.ts'
import type { StoredApplication } from '../application.store.ts'
import { selectFair } from '../fair.store.ts'
import type { StoredFair } from '../fair.store.ts'

export const sample = { fair: 'Hội chợ Tết miền Đông', until: '05/12/2026 16:30', stand: 'A12' }
export const work = { kind: 'work', pace: 'at-once', sample } as const

type Said = Told<keyof typeof sample>

export const momentOf = (at: Date | null): string => (at === null ? '' : formatMoment(at))

const deskOf = (fair: Pick<StoredFair, 'id'>) => `/van-phong/hoi-cho/${fair.id}`

/** Whoever made an application, of the fair and of when this one is over. */
export async function exhibitor(fair: StoredFair, one: StoredApplication, asking: Asking, until: Date | null): Promise<Said> {
  return {
    to: await peopleOfProducer(asking, one.producerId),
    path: `/van-phong/gian-hoi-cho/${one.id}`,
    object: ['fair-application', one.id],
    values: { fair: fair.name, until: momentOf(until), stand: one.standNumber ?? '' },
  }
}

/** Whoever made the application that an event is of. */
export async function ofApplication({ applicationId, fairId }: ApplicationMoved, asking: Asking): Promise<Said[]> {
  const [fair, one] = await Promise.all([selectFair(asking.db, fairId), selectApplication(asking.db, applicationId)])
  return fair && one ? [await exhibitor(fair, one, asking, one.confirmBy ?? fair.appealBy)] : []
}

/** Everybody of a fair whose application stands so. */
export async function allOf({ fairId }: FairMoved, asking: Asking, statuses: readonly ApplicationStatus[]): Promise<Said[]> {
  const fair = await selectFair(asking.db, fairId)
  if (!fair) return []
  const found = (await selectApplications(asking.db, fairId)).filter(({ status }) => statuses.includes(status))
  return Promise.all(found.map((one) => exhibitor(fair, one, asking, one.confirmBy ?? fair.appealBy ?? fair.applyBy)))
}

/** Every producer who has an account: a call is for all of them. */
export async function everyProducer({ fairId }: FairMoved, asking: Asking): Promise<Said[]> {
  const fair = await selectFair(asking.db, fairId)
  if (!fair) return []
  const to = await peopleWith(asking.db, ['producer'], { today: dateInVietnam(asking.now) })
  const values = { fair: fair.name, until: momentOf(fair.applyBy), stand: '' }
  return [{ to, path: `/van-phong/gian-hoi-cho/dang-ky/${fair.id}`, object: ['fair', fair.id], values }]
}

/** The department that leads a fair. */
export async function department(fair: StoredFair, asking: Asking, until: Date | null, path = deskOf(fair)): Promise<Said> {
  return {
    to: await peopleWith(asking.db, ['trade-department'], { today: dateInVietnam(asking.now) }),
    path,
    object: ['fair', fair.id],
    values: { fair: fair.name, until: momentOf(until), stand: '' },
  }
}

export async function departmentOf({ fairId }: ApplicationMoved, asking: Asking): Promise<Said[]> {
  const fair = await selectFair(asking.db, fairId)
  return fair ? [await department(fair, asking, fair.appealBy)] : []
}
