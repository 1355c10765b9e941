import type { Command } from '../command.ts'

export default {
  summary: 'do the queued and the scheduled work only',
  details: 'For several machines or processes on one DATABASE_URL; beside a running embedded database it uses that one.',
  async run() {
    const [{ serve }, { startWorker }] = await Promise.all([import('../serve.ts'), import('@dacsan/worker')])
    await serve(
      async (installation, keep) => {
        keep(await startWorker(installation))
        console.log('ready')
      },
      { beside: true, listens: false },
    )
  },
} satisfies Command
