export { traceEvents } from './trace/trace-events.ts'
export type { Trace, TraceDirection } from './trace/trace-events.ts'
