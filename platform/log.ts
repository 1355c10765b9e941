import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

// Fields that identify a person or open a door: they never reach a log, wherever in a record they stand.
const confidential = ['password', 'token', 'secret', 'authorization', 'cookie', 'apiKey', 'email', 'phone', 'account', 'connectionString']

/** A log of JSON lines on standard error, without secrets and personal data. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination(2)): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: confidential.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[redacted]',
      },
    },
    destination,
  )
}
