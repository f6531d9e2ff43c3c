// The table of rooms: who may import whom. This is its only place; rooms-plugin.mjs makes the linter enforce it.
//
// mayImport  the rooms (folders, or single files at the top) of the same side, by name; 'store/port' is one file of a room
// packages   the npm packages a room may import; absent: any but those in `keepers`
// node       whether Node's own modules are in reach
// instead    where to go with what you wanted from a room that is not in the list

export const sides = {
  'src-main': {
    'index.ts': {
      mayImport: ['shell'],
      packages: [],
      instead: 'index.ts only hands over to the shell: put it there.',
    },
    'start.ts': {
      mayImport: ['store', 'desk', 'intake', 'wire', 'lib'],
      instead: 'start.ts only builds a desk from plain options: let shell/ or cli/ do it with the desk that start gives them.',
    },
    contract: {
      mayImport: [],
      packages: ['zod', '@orpc/contract'],
      node: false,
      instead: 'contract/ is the vocabulary everyone shares: define the word there, and let the other room import it.',
    },
    routing: {
      mayImport: ['contract'],
      packages: [],
      node: false,
      instead: 'Routing is pure: pass it in as a fact from store or desk.',
    },
    store: {
      mayImport: ['contract', 'lib'],
      instead: 'The store remembers and does not decide: take the decision as a function, as port.ts takes `decide`.',
    },
    desk: {
      mayImport: ['contract', 'routing', 'store/port', 'store/port-arrivals', 'store/port-shapes', 'lib'],
      instead:
        'The desk knows the store only by store/port.ts with its shapes, and nothing of what calls it: add a verb to the port, or return it to the caller.',
    },
    intake: {
      mayImport: ['contract', 'desk', 'lib'],
      instead: 'Intake turns outside material into drafts and gives them to a desk command: go through desk/.',
    },
    wire: {
      mayImport: ['contract', 'desk', 'lib'],
      instead: 'The wire only serves the contract: put the work into a desk command and call that.',
    },
    cli: {
      mayImport: ['start', 'contract', 'lib'],
      instead: 'The command line is one more caller: go through the desk that start.ts builds.',
    },
    shell: {
      mayImport: ['start', 'wire', 'contract', 'lib'],
      instead: 'The shell only knows windows: go through the desk that start.ts builds.',
    },
    preload: {
      mayImport: [],
      packages: ['electron'],
      node: false,
      instead: 'The preload hands over the message port and nothing else: send it through the port.',
    },
    lib: {
      mayImport: [],
      instead: 'lib/ knows none of our rooms: take what you need as an argument.',
    },
  },
  'src-renderer': {
    'main.tsx': {
      mayImport: ['app', 'bridge', 'state', 'text', 'contract'],
      instead: 'main.tsx only mounts the app and chooses the transport: put it into app/.',
    },
    app: {
      mayImport: ['features', 'ui', 'state', 'text', 'lib', 'contract'],
      instead: 'app/ arranges screens: ask state/ for what it needs.',
    },
    bridge: {
      mayImport: ['contract'],
      instead: 'The bridge knows the wire only: let state/ call it.',
    },
    state: {
      mayImport: ['bridge', 'contract'],
      instead: 'State knows no screen: keep the value here and let the screen select it.',
    },
    features: {
      mayImport: ['state', 'bridge', 'ui', 'text', 'lib', 'contract'],
      instead: 'A screen asks state/ and bridge/: pass the rest in as props from app/.',
      siblings: 'A feature never imports a sibling: move what both need to ui/ or state/, or let app/ put them together.',
    },
    ui: {
      mayImport: ['lib'],
      instead: 'A part of ui/ gets props and calls back: take it as a prop from the feature.',
    },
    text: {
      mayImport: ['contract', 'lib'],
      instead: 'text/ turns values into sentences: take the value as an argument.',
    },
    lib: {
      mayImport: [],
      instead: 'lib/ knows none of our rooms: take what you need as an argument.',
    },
  },
}

/** The renderer runs in a sandboxed page, whatever the room. */
export const rendererOutside = {
  main: 'The page knows src-main only by its contract/: add a query or a command to the contract and call it through bridge/.',
  node: 'The page has no Node: add a query or a command to the contract and call it through bridge/.',
}

/** Packages that only some rooms may know. */
export const keepers = [
  {
    packages: ['electron'],
    rooms: ['src-main/shell', 'src-main/preload'],
    instead: 'Only the shell knows Electron: let it pass the value or a function in when it starts the desk.',
  },
  {
    packages: ['better-sqlite3', 'kysely', 'pg'],
    rooms: ['src-main/store'],
    instead: 'Only the store speaks to a database: add a verb to store/port.ts.',
  },
]

/** Rooms that must answer the same whenever and wherever they are asked. */
export const pureRooms = ['src-main/contract', 'src-main/routing']
