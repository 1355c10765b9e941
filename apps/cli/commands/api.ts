import type { Command } from '../command.ts'

export default {
  summary: 'serve the machine routes only: scans, open data, health',
  details: 'For several machines or processes on one DATABASE_URL; beside a running embedded database it uses that one.',
  async run() {
    const [{ serve }, { startFront }] = await Promise.all([import('../serve.ts'), import('@dacsan/front')])
    await serve(
      async (installation, keep) => {
        const front = keep(await startFront(installation, { only: 'machines' }))
        console.log(`ready http://localhost:${front.port}`)
      },
      { beside: true },
    )
  },
} satisfies Command
