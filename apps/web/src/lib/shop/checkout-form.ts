import { placeOrderInput, quoteInput, quoteSentInput, sendOrderInput } from '@dacsan/modules/shop'
import { z } from 'zod'
import { receiverCountOf } from './receiver-fields.ts'

/** What was chosen of each seller: its goods come (`delivery-` and the seller) and are paid (`pay-`) so. */
export const chosenIn = (fields: Record<string, unknown>, prefix: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, chosen]) =>
      name.startsWith(prefix) && chosen !== '' ? [[name.slice(prefix.length), chosen]] : [],
    ),
  )

const filled = (name: string, chosen: Record<string, unknown>) => (Object.keys(chosen).length > 0 ? { [name]: chosen } : {})

/** The receivers of a form, by the names of their fields: `receivers.0.name`, `receivers.0.counts.` and the listing. */
export const receiversIn = (fields: Record<string, unknown>): Record<string, unknown>[] =>
  Array.from({ length: receiverCountOf(fields) }, (_, at) => {
    const own = chosenIn(fields, `receivers.${at}.`)
    const { name = '', phone = '', address = '', deliverTo, gift, card = '' } = own
    return {
      name,
      phone,
      address,
      card,
      ...(deliverTo !== undefined && { deliverTo }),
      ...(gift !== undefined && { gift }),
      counts: chosenIn(own, 'counts.'),
      ...filled('wishes', chosenIn(own, 'delivery-')),
      ...filled('ways', chosenIn(own, 'pay-')),
    }
  })

const steps = { quote: ['quote', 'quote-sent'], order: ['order', 'send'], receivers: ['receivers', 'receivers'] } as const
const isStep = (step: unknown): step is keyof typeof steps => typeof step === 'string' && Object.hasOwn(steps, step)

/** The lines travel with the form, `listing:quantity` each: what was confirmed is what was on the page, whatever became of the cart. */
export const checkoutForm = z.preprocess(
  (typed) => {
    const { line, seenVnd, step, ...rest } = typed as Record<string, unknown>
    const lines = [line].flat().flatMap((text) => {
      const [listingId, quantity] = String(text ?? '').split(':')
      return listingId ? [{ listingId, quantity: Number(quantity) }] : []
    })
    const invoice = chosenIn(rest, 'invoice-')
    const receivers = receiversIn(rest)
    return {
      ...rest,
      lines,
      ...filled('wishes', chosenIn(rest, 'delivery-')),
      ...filled('ways', chosenIn(rest, 'pay-')),
      ...filled('vouchers', chosenIn(rest, 'voucher-')),
      ...(Object.keys(invoice).length > 0 && { invoice: { name: '', address: '', ...invoice } }),
      // Nobody needs to know then where the buyer lives.
      ...(receivers.length > 0 && { receivers, buyerAddress: '', deliverTo: undefined }),
      seenVnd: seenVnd === undefined ? null : Number(seenVnd),
      step: steps[isStep(step) ? step : 'order'][receivers.length > 0 ? 1 : 0],
    }
  },
  z.discriminatedUnion('step', [
    placeOrderInput.extend({ step: z.literal('order') }),
    sendOrderInput.extend({ step: z.literal('send') }),
    quoteInput.extend({ step: z.literal('quote') }),
    quoteSentInput.extend({ step: z.literal('quote-sent') }),
    // Whoever names others first is asked nothing yet.
    z.object({ step: z.literal('receivers') }),
  ]),
)
export type Quoted = z.infer<typeof quoteInput>

const typedText = (text: unknown): string => (typeof text === 'string' ? text : '')

/** The receivers as a quote reads them while they are being typed: what cannot be read is said beside its field. */
export const typedReceivers = (values: Record<string, string>) =>
  receiversIn(values).map((one) => ({
    address: typedText(one['address']),
    deliverTo: typedText(one['deliverTo']),
    gift: one['gift'] !== undefined || typedText(one['card']).trim() !== '',
    counts: quoteSentInput.shape.receivers.element.shape.counts.safeParse(one['counts']).data ?? {},
    wishes: one['wishes'] as Quoted['wishes'],
    ways: one['ways'] as Quoted['ways'],
  }))
