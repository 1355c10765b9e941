import { joinPages } from './join-pages.ts'
import type { Sheet } from './join-pages.ts'
import { answerTasks } from './pool-worker.ts'

// What files.ts starts beside the server: it joins what it is given, and reads and writes nothing else.
answerTasks(({ sheets, mostPages }: { sheets: Sheet[]; mostPages: number }) => joinPages(sheets, { mostPages }))
