export { traceEvents, traceThrough } from './trace/trace-events.ts'
export type { FindLinks, FoundTrace, Numbered, Trace, TraceDirection } from './trace/trace-events.ts'
