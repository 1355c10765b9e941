import { draw } from '@dacsan/papers'
import { answerTasks } from '@dacsan/platform/pool-worker'

// What draw-paper.ts starts beside the server: it draws what it is told, and reads and writes nothing else.
answerTasks(draw)
