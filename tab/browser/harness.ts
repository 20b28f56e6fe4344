import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page, type Request } from 'playwright-core'
import { build } from 'vite'

/** One answer of the pretended API: a status and a body, or a function of the request. */
export type Answer = { status?: number; body: unknown; headers?: Record<string, string> }
export type Answers = Record<string, Answer | ((request: Request) => Answer | 'cut')>

export interface OpenOptions {
  answers: Answers
  theme?: 'default' | 'dark' | 'contrast'
  locale?: string
  width?: number
  height?: number
  hash?: string
  search?: string
  subPageId?: string
  /** Who sits at the machine; `kari` when not said. */
  person?: string
  /** What kind of Teams it is; `web` when not said. */
  client?: 'web' | 'ios'
  /** A frame around the tab that is not Teams: it never answers. */
  silent?: boolean
  /** Same context = same browser storage, as when the person opens the tab again. */
  context?: BrowserContext
}

export interface Opened {
  page: Page
  tab: FrameLocator
  context: BrowserContext
  /** An event from the host to the tab, as Teams sends it. */
  tell(func: string, args: unknown[]): Promise<void>
  /** What the tab told its host, by function name. */
  said(): Promise<string[]>
  /** Requests to /api, `METHOD path`. */
  asked: string[]
}

const HERE = fileURLToPath(new URL('.', import.meta.url))
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** The built tab in a real browser, inside a page that speaks the Teams host's protocol, with the API's answers given by the test. */
export async function startHarness(launch: { executablePath: string; args: string[] }) {
  const dist = await mkdtemp(join(tmpdir(), 'puls-tab-'))
  await build({ configFile: resolve(HERE, '../vite.config.ts'), logLevel: 'error', build: { outDir: dist, emptyOutDir: true } })
  const server = await serve(dist)
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch(launch)
  return {
    dist,
    browser,
    origin,
    open: (options: OpenOptions) => open(browser, origin, options),
    close: async () => {
      await browser.close()
      await new Promise((done) => server.close(done))
      await rm(dist, { recursive: true, force: true })
    },
  }
}

async function open(browser: Browser, origin: string, options: OpenOptions): Promise<Opened> {
  const context =
    options.context ??
    (await browser.newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
      locale: 'nb-NO',
      reducedMotion: 'reduce',
      timezoneId: 'Europe/Oslo',
    }))
  const page = await context.newPage()
  const asked: string[] = []
  await page.route('**/*', async (route) => {
    const request = route.request()
    const url = new URL(request.url())
    if (url.origin !== origin) return route.abort()
    if (!url.pathname.startsWith('/api/')) return route.continue()
    const name = `${request.method()} ${url.pathname}`
    asked.push(name)
    const given = options.answers[name]
    const answer = typeof given === 'function' ? given(request) : given
    if (answer === 'cut') return route.abort('connectionreset')
    const { status = 200, body, headers = {} } = answer ?? notFound
    return route.fulfill({
      status,
      headers: { 'content-type': 'application/json', ...headers },
      body: status === 304 ? '' : JSON.stringify(body),
    })
  })
  const inside = new URLSearchParams({
    src: `/tab/index.html${options.search ?? ''}${options.hash ?? ''}`,
    theme: options.theme ?? 'default',
    locale: options.locale ?? 'nb-NO',
    subPageId: options.subPageId ?? '',
    person: options.person ?? 'kari',
    client: options.client ?? 'web',
    silent: String(options.silent ?? false),
    frame: options.search?.includes('view=config') ? 'settings' : 'content',
  })
  await page.goto(`${origin}/host?${inside}`)
  return {
    page,
    context,
    asked,
    tab: page.frameLocator('iframe'),
    tell: (func, args) => page.evaluate(([name, given]) => (window as unknown as HostWindow).tell(name, given), [func, args] as const),
    said: () => page.evaluate(() => (window as unknown as HostWindow).said),
  }
}

interface HostWindow {
  said: string[]
  tell(func: string, args: readonly unknown[]): void
}

const notFound: Answer = { status: 404, body: { error: { code: 'notFound', field: null, text: 'Vi finner det ikke.' } } }

function serve(dist: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/host') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(HOST_PAGE)
      return
    }
    const file = resolve(dist, `.${path.replace(/^\/tab/, '')}`)
    const content = file.startsWith(dist) ? await readFile(file).catch(() => null) : null
    if (content === null) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content)
  })
  return new Promise((done) => server.listen(0, 'localhost', () => done(server)))
}

/** The least a Teams host does: answers initialize, context and token, and remembers what it was told. */
export const HOST_PAGE = `<!doctype html><html lang="en"><head><title>Host</title><style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style></head>
<body><iframe title="Prosjektpuls"></iframe><script>
const query = new URLSearchParams(location.search)
const frame = document.querySelector('iframe')
window.said = []
const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: { app: { notifySuccessResponse: {} }, pages: { appButton: {}, tabs: {}, config: {}, backStack: {}, currentApp: {} }, teamsCore: {}, logs: {} } }
const context = { locale: query.get('locale'), theme: query.get('theme'), entityId: 'puls', subEntityId: query.get('subPageId'), subPageId: query.get('subPageId'), frameContext: query.get('frame'), userObjectId: query.get('person'), userPrincipalName: 'kari@example.test', loginHint: 'kari@example.test', tid: 'tenant', hostName: 'Teams', hostClientType: query.get('client'), appId: 'app-1', sessionId: 's' }
const answers = {
  initialize: () => [query.get('frame'), 'web', JSON.stringify(runtime), '2.0.1'],
  getContext: () => [context],
  'authentication.getAuthToken': () => [true, 'token'],
  'appInitialization.success': () => [{}],
  'settings.setSettings': (args) => { window.settings = args[0]; return [true] },
}
window.tell = (func, args) => frame.contentWindow.postMessage({ func, args }, location.origin)
window.addEventListener('message', (event) => {
  const { id, uuid, func, args } = event.data ?? {}
  if (!func || query.get('silent') === 'true') return
  window.said.push(func)
  const answer = answers[func]
  if (answer) frame.contentWindow.postMessage({ id, uuid, args: answer(args) }, location.origin)
})
frame.src = query.get('src')
</script></body></html>`
