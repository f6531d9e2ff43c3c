// Two lint rules over the table in rooms.mjs:
//   rooms/may-import  every import, export-from, import() and import type, resolved to a file and looked up in the table
//   rooms/pure        no clock and no chance in contract/ and routing/
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { keepers, pureRooms, rendererOutside, sides } from './rooms.mjs'

const nodeModules = new Set(builtinModules)
const table = 'The table of rooms is build/lint/rooms.mjs.'

/** 'src-main/routing/methods/weighted.ts' → { side, name: 'routing', inside: 'methods/weighted.ts' } */
function placeOf(root, file) {
  const [side, name, ...inside] = relative(root, file).split(sep)
  return { side, name, inside: inside.join('/') }
}

function listed(mayImport, to) {
  return mayImport.some((entry) => {
    const [name, file] = entry.split('/')
    if (name !== to.name.replace(/\.tsx?$/, '')) return false
    return !file || to.inside === file || to.inside.replace(/\.tsx?$/, '') === file || to.inside.startsWith(`${file}/`)
  })
}

function complaintAboutRoom(from, room, to) {
  if (to.side === from.side) {
    if (to.name === from.name) {
      const sibling = room.siblings && to.inside.split('/')[0] !== from.inside.split('/')[0]
      return sibling ? room.siblings : undefined
    }
    return listed(room.mayImport, to) ? undefined : room.instead
  }
  if (from.side === 'src-renderer' && to.side === 'src-main') {
    if (to.name !== 'contract') return rendererOutside.main
    return room.mayImport.includes('contract') ? undefined : room.instead
  }
  return `Program code imports nothing from ${to.side}/.`
}

function complaintAboutPackage(from, room, specifier) {
  if (specifier.startsWith('node:') || nodeModules.has(specifier)) {
    if (from.side === 'src-renderer') return rendererOutside.node
    return room.node === false ? room.instead : undefined
  }
  const parts = specifier.split('/')
  const name = specifier.startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0]
  const keeper = keepers.find((k) => k.packages.includes(name))
  if (keeper && !keeper.rooms.includes(`${from.side}/${from.name}`)) return keeper.instead
  if (room.packages && !room.packages.includes(name)) return room.instead
  return undefined
}

/** What is wrong with `specifier` in `file`, or undefined. */
export function complaint(root, file, specifier) {
  const from = placeOf(root, file)
  const side = sides[from.side]
  if (!side) return undefined
  const room = side[from.name]
  if (!room) {
    // Declarations and styles at the top of a side belong to no room.
    if (from.name.endsWith('.d.ts') || from.name.endsWith('.css')) return undefined
    return `${from.side}/${from.name} is not in the table of rooms. ${table}`
  }
  const path = specifier.split('?')[0]
  const relativePath = path.startsWith('.')
  const to = relativePath ? placeOf(root, resolve(dirname(file), path)) : undefined
  const reason = to ? complaintAboutRoom(from, room, to) : complaintAboutPackage(from, room, path)
  if (!reason) return undefined
  const target = to ? (to.side === from.side ? to.name : join(to.side, to.name)) : specifier
  return `${from.name} may not import ${target}. ${reason} ${table}`
}

const mayImport = {
  create(context) {
    const check = (source) => {
      if (typeof source?.value !== 'string') return
      const message = complaint(context.cwd, context.filename, source.value)
      if (message) context.report({ node: source, message })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    }
  },
}

const clocksAndChance = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues'])

const pure = {
  create(context) {
    const { side, name } = placeOf(context.cwd, context.filename)
    if (!pureRooms.includes(`${side}/${name}`)) return {}
    const report = (node, what) =>
      context.report({
        node,
        message: `No ${what} in ${name}/: it is pure. Take the time or the draw as an argument; lib/clock and lib/ids are asked in desk/.`,
      })
    const isDate = (node) => node.callee.type === 'Identifier' && node.callee.name === 'Date'
    return {
      MemberExpression(node) {
        const member = node.computed ? node.property.value : node.property.name
        const what = `${node.object.name}.${member}`
        if (node.object.type === 'Identifier' && clocksAndChance.has(what)) report(node, what)
      },
      NewExpression: (node) => isDate(node) && node.arguments.length === 0 && report(node, 'new Date()'),
      CallExpression: (node) => isDate(node) && report(node, 'Date()'),
    }
  },
}

export default { meta: { name: 'rooms' }, rules: { 'may-import': mayImport, pure } }
