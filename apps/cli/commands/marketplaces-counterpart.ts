import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'start a server that answers like other marketplaces, for trials',
  options: { port: { type: 'string' } },
  details: [
    '[--port N] (4200). Prints its address: start the product with MARKETPLACES_URL of it, and open it to order something there.',
    'It answers like Shopee, TikTok Shop and Lazada as far as their doors are documented; it sends nothing to them and forgets everything when it ends.',
  ].join('\n'),
  async run({ options }) {
    const port = Number(options['port'] ?? 4200)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${String(options['port'])} is not a port`)
    const { counterpartKeys, startCounterpart } = await import('@dacsan/marketplaces/counterpart')
    const { url } = await startCounterpart({ port })
    console.log(`MARKETPLACES_URL=${url}`)
    for (const [channel, keys] of Object.entries(counterpartKeys)) console.error(`${channel}: ${JSON.stringify(keys)}`)
  },
} satisfies Command
