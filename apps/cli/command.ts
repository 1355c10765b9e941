import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** One command of the command line: one file in `apps/cli/commands`. */
export type Command = {
  /** One line for the list of commands. */
  summary: string
  /** What stands after the command's name, such as `FILE`; each is required. */
  arguments?: readonly string[]
  /** What may stand after them. */
  optional?: readonly string[]
  options?: ParseArgsOptionsConfig
  /** What `--help` adds to the summary and the usage. */
  details?: string
  run(given: Given): Promise<void>
}

export type Given = { arguments: readonly string[]; options: Record<string, unknown> }

/** The caller wrote something that the command line does not have: exit status 2. */
export class UsageError extends Error {}

/** Reads what follows the command's name; `null` when only help was asked for. */
export function readArguments(command: Command, args: readonly string[]): Given | null {
  const { values, positionals } = parse(command, args)
  if (values['help']) return null
  const wanted = command.arguments ?? []
  const missing = wanted[positionals.length]
  if (missing) throw new UsageError(`${missing} is missing`)
  const surplus = positionals[wanted.length + (command.optional?.length ?? 0)]
  if (surplus !== undefined) throw new UsageError(`unexpected argument ${surplus}`)
  return { arguments: positionals, options: values }
}

function parse(command: Command, args: readonly string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

export function describe(name: string, { summary, arguments: wanted = [], optional = [], options = {}, details }: Command): string {
  const usage = [
    'dacsan',
    name,
    ...wanted,
    ...optional.map((name) => `[${name}]`),
    ...Object.keys(options).map((option) => `[--${option}]`),
  ].join(' ')
  return [`Usage: ${usage}`, '', summary, ...(details ? ['', details] : [])].join('\n')
}
