import type { Tx } from '../../context.ts'
import type { DeliveryZone, Destination, Receiver, SentTo } from '../rules.ts'
import type { ReceiverInput } from '../inputs.ts'
import type { OrderGroupId, OrderId } from '../rules/ids.ts'

/** Whom the buyer named; nobody is told anything at this number. */
export type OrderReceiver = { name: string; phone: string; address: string; isGift: boolean; card: string }

/** The same as it is written down, in the place in which it was named. */
export type NamedReceiver = OrderReceiver & { place: number }

/** Who gets the goods of an order: its buyer, or whom the buyer named; what is said with them. */
export type GoesTo = Receiver & { gift: boolean; card: string; named: boolean }

/** A receiver of a form as the order decides about it; who writes a card gives. */
export const sentTo = (
  { counts, gift, card, wishes, ways }: Pick<ReceiverInput, 'counts' | 'gift' | 'wishes' | 'ways'> & { card?: string },
  destination: Destination | null,
): SentTo => ({ counts, gift: isGift({ gift, card }), destination, wishes: wishes ?? {}, ways: ways ?? {} })

export const receiverOf = ({ name, phone, address, gift, card }: ReceiverInput, place: number): NamedReceiver => ({
  place,
  name,
  phone,
  address,
  isGift: isGift({ gift, card }),
  card,
})

const isGift = ({ gift, card = '' }: { gift: boolean; card?: string | undefined }): boolean => gift || card !== ''

export const receiverRow = (orderId: OrderId, { name, phone, address, isGift: is_gift, card, place }: NamedReceiver) => ({
  order_id: orderId,
  place,
  name,
  phone,
  address,
  is_gift,
  card,
})

/** Read beside an order, of the view `order_goes_to` as `receiver`. */
export const receiverColumns = [
  'receiver.name as receiverName',
  'receiver.phone as receiverPhone',
  'receiver.address as receiverAddress',
  'receiver.note',
  'receiver.wish',
  'receiver.zone',
  'receiver.commune',
  'receiver.gift',
  'receiver.card',
  'receiver.named',
] as const
// A view says of no column that it is never null.
type Read = {
  receiverName: string | null
  receiverPhone: string | null
  receiverAddress: string | null
  note: string | null
  wish: string | null
  zone: DeliveryZone | null
  commune: string | null
  gift: boolean | null
  card: string | null
  named: boolean | null
}

export type DeliveredTo = { zone: DeliveryZone | null; commune: string | null }

export function takeReceiver<Row extends Read>(joined: Row) {
  const { receiverName, receiverPhone, receiverAddress, note, wish, zone, commune, gift, card, named, ...row } = joined
  const receiver: GoesTo = {
    name: receiverName ?? '',
    phone: receiverPhone ?? '',
    address: receiverAddress ?? '',
    note: note ?? '',
    wish: wish ?? '',
    gift: gift ?? false,
    card: card ?? '',
    named: named ?? false,
  }
  const deliveredTo: DeliveredTo = { zone, commune }
  return { receiver, deliveredTo, row }
}

/** That something went to another, and whether it was given, stays; to whom does not. */
export async function forgetReceivers(tx: Tx, groups: readonly string[]): Promise<void> {
  await tx
    .updateTable('order_receiver')
    .set({ name: '', phone: '', address: '', card: '' })
    .where('order_id', 'in', (eb) =>
      eb
        .selectFrom('shop_order')
        .where('group_id', 'in', [...groups] as OrderGroupId[])
        .select('id'),
    )
    .execute()
}
