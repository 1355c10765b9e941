import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'take in the statement of the account of a seller',
  arguments: ['FILE'],
  options: { seller: { type: 'string' }, try: { type: 'boolean' } },
  details: [
    'FILE --seller CODE [--try]; CODE: of the organisation of the seller, or the last part of the address of its page.',
    'A workbook, a text or a page as Vietcombank, VietinBank, MB, Agribank and BIDV give it out, or a message camt.053: all of it or nothing.',
    'What is paid in full and in time is booked, the rest waits for the seller. Every fault is told with its row and column, and the status is 1. A second run adds nothing.',
    '--try: judges the file and writes nothing.',
  ].join('\n'),
  async run({ arguments: [file], options }) {
    const { seller } = options
    if (typeof seller !== 'string') throw new UsageError('--seller is missing')
    const bytes = new Uint8Array(await readFile(file!))
    const [{ onGroundwork }, { importStatement }, { importWords, sayFault, sayRefusal }] = await Promise.all([
      import('../on-groundwork.ts'),
      import('@dacsan/modules/payments'),
      import('@dacsan/modules/payments/words'),
    ])
    await onGroundwork(async ({ ctx }) => {
      const asked = { sellerCode: seller, file: { name: basename(file!), bytes }, tryOnly: options['try'] === true }
      const outcome = await importStatement(ctx, asked)
      if (outcome.ok) {
        const { tried, agrees, ...count } = outcome.value
        console.error((tried ? importWords.tried : importWords.result)(count))
        if (agrees === false) console.error(importWords.disagrees)
        return
      }
      const { refusal } = outcome
      process.exitCode = 1
      if (refusal.code === 'seller-unknown') return console.error(importWords.sellerUnknown(seller))
      if (refusal.code === 'lines-unreadable') return refusal.faults.forEach((fault) => console.error(sayFault(fault)))
      console.error(sayRefusal(refusal))
    })
  },
} satisfies Command
