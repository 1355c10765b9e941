import { type Command, UsageError, describe, readArguments } from './command.ts'

const commands: Record<string, () => Promise<{ default: Command }>> = {
  start: () => import('./commands/start.ts'),
  front: () => import('./commands/front.ts'),
  web: () => import('./commands/web.ts'),
  api: () => import('./commands/api.ts'),
  worker: () => import('./commands/worker.ts'),
  migrate: () => import('./commands/migrate.ts'),
  seed: () => import('./commands/seed.ts'),
  administrator: () => import('./commands/administrator.ts'),
  'organisation create': () => import('./commands/organisation-create.ts'),
  'account create': () => import('./commands/account-create.ts'),
  'api-key create': () => import('./commands/api-key-create.ts'),
  'api-key list': () => import('./commands/api-key-list.ts'),
  'api-key revoke': () => import('./commands/api-key-revoke.ts'),
  'gln assign': () => import('./commands/gln-assign.ts'),
  'import organisations': () => import('./commands/import-organisations.ts'),
  'import accounts': () => import('./commands/import-accounts.ts'),
  'import bank-statement': () => import('./commands/import-bank-statement.ts'),
  'marketplaces-counterpart': () => import('./commands/marketplaces-counterpart.ts'),
  'carriers-counterpart': () => import('./commands/carriers-counterpart.ts'),
  'links import': () => import('./commands/links-import.ts'),
  'report recall': () => import('./commands/report-recall.ts'),
  probe: () => import('./commands/probe.ts'),
  backup: () => import('./commands/backup.ts'),
  archive: () => import('./commands/archive.ts'),
  restore: () => import('./commands/restore.ts'),
  verify: () => import('./commands/verify.ts'),
  keys: () => import('./commands/keys.ts'),
  'rotate-keys': () => import('./commands/rotate-keys.ts'),
  checkpoint: () => import('./commands/checkpoint.ts'),
}

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  const [name, rest] = nameOf(args)
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(`${await overview()}\n`)
      return name === undefined ? 2 : 0
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!load) throw new UsageError(`there is no command ${name}`)
    const { default: command } = await load()
    const given = readArguments(command, rest)
    if (given) await command.run(given)
    else process.stdout.write(`${describe(name, command)}\n`)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return complain(error)
  }
}

/** A command is called by one word or by two, and what stands behind is its own. */
function nameOf([first, second, ...others]: string[]): [string | undefined, string[]] {
  const both = `${first} ${second}`
  if (second !== undefined && Object.hasOwn(commands, both)) return [both, others]
  return [first, second === undefined ? [] : [second, ...others]]
}

async function overview(): Promise<string> {
  const lines = Object.entries(commands).map(async ([name, load]) => {
    const { default: command } = await load()
    return `  ${[name, ...(command.arguments ?? [])].join(' ').padEnd(28)}${command.summary}`
  })
  return ['Usage: dacsan COMMAND [OPTIONS]', '', ...(await Promise.all(lines)), '', 'dacsan COMMAND --help says more.'].join('\n')
}

function complain(error: unknown): number {
  const usage = error instanceof UsageError
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`dacsan: ${message}${usage ? ' (dacsan --help lists what there is)' : ''}\n`)
  if (!usage && /^(debug|trace)$/.test(process.env['LOG_LEVEL'] ?? '')) console.error(error)
  return usage ? 2 : 1
}
