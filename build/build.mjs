// npm run build: the whole program into out/, whatever lies there.
import { buildAnew, ensureModules } from './setup.mjs'
import { main, step } from './tell.mjs'

await main(async () => {
  await ensureModules()
  await step('Build', buildAnew)
})
