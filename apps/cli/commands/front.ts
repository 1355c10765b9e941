import type { Command } from '../command.ts'

export default {
  summary: 'serve pages and machine routes, without the queued work',
  details: 'For several machines or processes on one DATABASE_URL; beside a running embedded database it uses that one.',
  async run() {
    const [{ buildWeb }, { serve }, { startFront }] = await Promise.all([
      import('../build-web.ts'),
      import('../serve.ts'),
      import('@dacsan/front'),
    ])
    await serve(
      async (installation, keep) => {
        const pages = await buildWeb()
        const front = keep(await startFront(installation, { pages }))
        console.log(`ready http://localhost:${front.port}`)
      },
      { beside: true },
    )
  },
} satisfies Command
