import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Hono } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

interface Asset {
  body: string
  type: string
}

/** Files of one set of pages, under one path. */
export interface Assets {
  /** Where a page finds a file. Scripts import each other from the same folder, so one version covers them all. */
  path(name: string): string
  app(): Hono
}

/**
 * Serves files under a path. Stylesheets are served as the one they make in the order given.
 * @param base the path, such as /assets
 */
export function assetsOf(base: string, stylesheet: string, files: readonly string[]): Assets {
  const text = (file: string) => readFileSync(file, 'utf8')
  const styles = files.filter((file) => file.endsWith('.css'))
  const assets = new Map<string, Asset>([[stylesheet, { body: styles.map(text).join('\n'), type: TYPES.css ?? '' }]])
  for (const file of files.filter((one) => !one.endsWith('.css')))
    assets.set(basename(file), { body: text(file), type: TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain' })
  // Changes with any of the files, so browsers may keep them for good.
  const version = createHash('sha256')
    .update([...assets.values()].map(({ body }) => body).join('\0'))
    .digest('hex')
    .slice(0, 12)
  return {
    path: (name) => `${base}/${version}/${name}`,
    app() {
      const app = new Hono()
      app.get(`${base}/:version/:name`, (c) => {
        const found = assets.get(c.req.param('name'))
        if (!found) return c.notFound()
        const isCurrent = c.req.param('version') === version
        return c.body(found.body, 200, {
          'content-type': found.type,
          'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-store',
        })
      })
      return app
    },
  }
}

/** Folder of the console's files; what all pages of the house share is in it too. */
export const HOUSE_FOLDER = join(import.meta.dirname, 'assets')
const console = assetsOf(
  '/assets',
  'console.css',
  readdirSync(HOUSE_FOLDER)
    .sort()
    .map((name) => join(HOUSE_FOLDER, name)),
)

/** Where a page of the console finds a file. */
export const asset = console.path

/** Serves the console's own files. */
export const assetsApp = console.app
