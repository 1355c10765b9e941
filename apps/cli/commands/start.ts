import type { Command } from '../command.ts'

export default {
  summary: 'serve everything on one port',
  details: [
    'Environment: PORT (3000), HOST (127.0.0.1), DATA_DIR (.data: database, files, keys), DATABASE_URL (absent: the embedded database),',
    'DATABASE_OWNER_URL (the same as its owner, for migrations), ORIGIN (public address), SEED=demo|reference|none (first start only; demo),',
    'FILES_URL (absent: DATA_DIR; s3://…), PROVINCE (vinh-long: a folder in data/provinces), LOG_LEVEL (info).',
    'Prints "ready http://localhost:PORT" when the first request will be answered.',
  ].join('\n'),
  async run() {
    const [{ buildWeb }, { serve }, { startFront }, { startWorker }, { seedFirstStart }] = await Promise.all([
      import('../build-web.ts'),
      import('../serve.ts'),
      import('@dacsan/front'),
      import('@dacsan/worker'),
      import('../seed-once.ts'),
    ])
    await serve(async (installation, keep) => {
      const pages = await buildWeb()
      await seedFirstStart(installation, installation.config.seed)
      const front = keep(await startFront(installation, { pages }))
      keep(await startWorker(installation))
      console.log(`ready http://localhost:${front.port}`)
    })
  },
} satisfies Command
