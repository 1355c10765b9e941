import { dateInVietnam } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import { peopleWith } from '../../identity/index.ts'
import type { Asking, Recipient, Told } from '../../message.ts'
import { aboutOrder } from '../../shop/index.ts'
import type { ReturnMoved } from '../acts.ts'

export const sample = { code: 'KN-7K2M9-XQ4AB', order: 'DS7K2M9XQ4', producer: 'HTX Dừa sáp Cầu Kè' }
export const work = { kind: 'work', pace: 'at-once', sample } as const
/** What the law wants both sides to know cannot be silenced. */
export const law = { kind: 'law', pace: 'at-once', sample } as const

type Said = Told<keyof typeof sample>

/** Whoever bought, by the way by which the order reaches them: the secret link stands in no message. */
export async function buyer({ returnId, orderId, code }: ReturnMoved, asking: Asking): Promise<Said[]> {
  return (await aboutOrder.buyer(orderId, asking)).map(({ to, values, ...told }) => ({
    to,
    path: told.path,
    ...('language' in told && { language: told.language }),
    object: ['return', returnId] as const,
    values: { code, order: values.code, producer: values.producer },
  }))
}

async function others(moved: ReturnMoved, asking: Asking, path: string, to: readonly Recipient[]): Promise<Said[]> {
  const [about] = await buyer(moved, asking)
  return about ? [{ ...about, to, path }] : []
}

export const seller = async (moved: ReturnMoved, asking: Asking): Promise<Said[]> =>
  others(moved, asking, `/van-phong/ban-hang/tra-hang/${moved.returnId}`, await peopleOfProducer(asking, moved.producerId))

export const office = async (moved: ReturnMoved, asking: Asking): Promise<Said[]> =>
  others(
    moved,
    asking,
    `/van-phong/tranh-chap/${moved.returnId}`,
    await peopleWith(asking.db, ['trade-department'], { today: dateInVietnam(asking.now) }),
  )

/** Whoever of the two did not do it. */
export const otherSide = async (moved: ReturnMoved, asking: Asking): Promise<Said[]> =>
  moved.side === 'buyer' ? seller(moved, asking) : buyer(moved, asking)

export const bothSides = async (moved: ReturnMoved, asking: Asking): Promise<Said[]> => [
  ...(await seller(moved, asking)),
  ...(await buyer(moved, asking)),
]
