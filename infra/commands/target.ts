import { graphTokens } from '#data/auth.ts'
import { createGraph, type Graph, type Transport } from '#data/graph.ts'
import { type Result, refuse } from '#domain/result.ts'
import { describeConfigFault, readConfig } from '../../api/config.ts'
import { localTransport } from '../local/graph/transport.ts'
import { LOCAL_SITE_URL } from '../local/lists.ts'

export const DEFAULT_URL = 'http://127.0.0.1:4300'

/** What a command speaks to: the lists of a site, as the app or as one with rights to create lists. */
export interface Target {
  graph: Graph
  siteUrl: string
  where: string
}

export interface TargetOptions {
  /** The running local world; left out: a tenant when PULS_TENANT_ID is set, else the local world's usual address. */
  url?: string
  as: 'app' | 'admin'
}

export type TargetFault = { code: 'unreachable' | 'notConfigured'; sentence: string }

/** Finds the lists: the running local world, or a tenant by the environment variables of docs/deploy.md. */
export async function openTarget(options: TargetOptions, env: Record<string, string | undefined>): Promise<Result<Target, TargetFault>> {
  return options.url === undefined && env.PULS_TENANT_ID ? tenantTarget(options, env) : localTarget(options.url ?? DEFAULT_URL, options.as)
}

function tenantTarget(options: TargetOptions, env: Record<string, string | undefined>): Result<Target, TargetFault> {
  if (options.as === 'admin') {
    const token = env.PULS_ADMIN_TOKEN
    const siteUrl = env.PULS_SITE_URL
    if (!token || !siteUrl) {
      return refuse({
        code: 'notConfigured',
        sentence:
          'Set PULS_SITE_URL to the site, and PULS_ADMIN_TOKEN to a Graph token of one who may create lists there (Sites.Manage.All).',
      })
    }
    return {
      ok: true,
      value: { graph: createGraph({ tokens: { token: async () => token }, transport: fetch as Transport }), siteUrl, where: siteUrl },
    }
  }
  const config = readConfig(env)
  if (!config.ok) return refuse({ code: 'notConfigured', sentence: describeConfigFault(config) })
  const { tenantId, graph, site } = config.value
  return {
    ok: true,
    value: {
      graph: createGraph({ tokens: graphTokens({ tenantId, ...graph }), transport: fetch as Transport }),
      siteUrl: site.url,
      where: site.url,
    },
  }
}

async function localTarget(url: string, as: 'app' | 'admin'): Promise<Result<Target, TargetFault>> {
  const world = await localGet<{ graphUrl: string }>(`${url}/local/world`)
  if (!world.ok) return world
  const tokens = {
    async token() {
      const answer = await localGet<{ token: string }>(`${url}/local/token?user=${as}&for=graph`)
      if (!answer.ok) throw new Error(answer.code)
      return answer.value.token
    },
  }
  const graph = createGraph({ tokens, transport: localTransport(world.value.graphUrl) as Transport })
  return { ok: true, value: { graph, siteUrl: LOCAL_SITE_URL, where: url } }
}

/** One answer of the running local world. */
export async function localGet<T>(url: string, headers: Record<string, string> = {}): Promise<Result<T, TargetFault>> {
  try {
    const response = await fetch(url, { headers })
    if (response.ok) return { ok: true, value: (await response.json()) as T }
    return refuse({ code: 'unreachable', sentence: `${new URL(url).origin} answered ${response.status}. Is it the local world?` })
  } catch {
    return refuse({
      code: 'unreachable',
      sentence: `Nothing answers at ${new URL(url).origin}. Start the local world with npm start, or name it with --url.`,
    })
  }
}
