import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'

const FOLDER = join(import.meta.dirname, 'assets')
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

interface Asset {
  body: string
  type: string
}

/** Every file of the folder. Stylesheets are numbered, and served as the one they make in that order. */
function read(): Map<string, Asset> {
  const files = readdirSync(FOLDER).sort()
  const text = (name: string) => readFileSync(join(FOLDER, name), 'utf8')
  const styles = files.filter((name) => name.endsWith('.css'))
  const assets = new Map<string, Asset>([['console.css', { body: styles.map(text).join('\n'), type: TYPES.css ?? '' }]])
  for (const name of files.filter((one) => !one.endsWith('.css')))
    assets.set(name, { body: text(name), type: TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain' })
  return assets
}

const assets = read()
/** Changes with any of the files, so browsers may keep them for good. */
const version = createHash('sha256')
  .update([...assets.values()].map(({ body }) => body).join('\0'))
  .digest('hex')
  .slice(0, 12)

/** Where a page finds a file. Scripts import each other from the same folder, so one version covers them all. */
export const asset = (name: string): string => `/assets/${version}/${name}`

/** Serves the console's own files. */
export function assetsApp(): Hono {
  const app = new Hono()
  app.get('/assets/:version/:name', (c) => {
    const found = assets.get(c.req.param('name'))
    if (!found) return c.notFound()
    const isCurrent = c.req.param('version') === version
    return c.body(found.body, 200, {
      'content-type': found.type,
      'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-store',
    })
  })
  return app
}
