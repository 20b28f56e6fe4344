import type { Installation } from '#usecases/ports.ts'
import type { Graph } from './graph.ts'

/**
 * Gives a person the Teams app, with the application permission TeamsAppInstallation.ReadWriteSelfForUser.All.
 * `catalogAppId` is the app's id in the tenant's own catalogue, which is not the manifest's. `notAllowed` without consent,
 * and when Graph does not answer: then nobody else is tried in the same pass either.
 */
export function graphInstaller(graph: Graph, catalogAppId: string): (personId: string) => Promise<Installation> {
  const bind = `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogAppId}`
  return async (personId) => {
    const path = `/users/${encodeURIComponent(personId)}/teamwork/installedApps`
    // The second of two installations is refused, so that one may be asked for again without harm.
    const made = await graph.post<undefined>(path, { 'teamsApp@odata.bind': bind }, { keyed: true })
    if (made.ok || made.code === 'alreadyExists') return 'installed'
    return made.code === 'notFound' || made.code === 'badRequest' ? 'notInstalled' : 'notAllowed'
  }
}
