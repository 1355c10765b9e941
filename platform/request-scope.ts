import { AsyncLocalStorage } from 'node:async_hooks'

/** The id of the request in whose name something is done: the one on its error page, in its lines of the log and in its answer. */
export const requestScope = new AsyncLocalStorage<string>()
