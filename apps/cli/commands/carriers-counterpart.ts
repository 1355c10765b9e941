import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'start a server that answers like the carriers, for trials',
  options: { port: { type: 'string' } },
  details: [
    '[--port N] (4100). Prints its address: start the product with CARRIERS_URL of it, and open it to move parcels on.',
    'It answers like GHN, GHTK, Viettel Post and VNPost as far as their protocols are known; it sends nothing anywhere and forgets everything when it ends.',
  ].join('\n'),
  async run({ options }) {
    const port = Number(options['port'] ?? 4100)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${String(options['port'])} is not a port`)
    const { counterpartCredentials, startCounterpart } = await import('@dacsan/carriers/counterpart')
    const { url } = await startCounterpart({ port })
    console.log(`CARRIERS_URL=${url}`)
    for (const [carrier, credentials] of Object.entries(counterpartCredentials)) console.error(`${carrier}: ${JSON.stringify(credentials)}`)
  },
} satisfies Command
