/**
 * Offline check of teamsapp.yml: known actions with what they need, files that exist by the time they are used, and
 * variables that are set in the environment file or written by an earlier step. Action reference: aka.ms/teamsfx-actions
 */
export type Step = { uses: string; name?: string; with?: Record<string, unknown>; writeToEnvironmentFile?: Record<string, string> }
export type Project = { version: string; environmentFolderPath?: string; provision?: Step[]; deploy?: Step[]; publish?: Step[] }

/** What the project file meets: given as data, so that each fault can be tried. */
export type Around = {
  /** Variables with a value in the environment file, and those that are there but empty. */
  env: { set: string[]; empty: string[] }
  exists: (path: string) => boolean
  /** Text of a file that is filled in with variables: manifests and parameters. */
  read: (path: string) => string
  /** Outputs of the Bicep file, which arm/deploy writes into the environment file. */
  bicepOutputs: string[]
}

const STAGES = ['provision', 'deploy', 'publish'] as const

/** The actions used here and the parameters that each demands (yaml schema v1.8 of the toolkit). */
const ACTIONS: Record<string, { needs: string[]; writes?: string[]; reads?: string[]; makes?: string[] }> = {
  'teamsApp/create': { needs: ['name'], writes: ['teamsAppId'] },
  'aadApp/create': { needs: ['name', 'generateClientSecret', 'signInAudience'], writes: ['clientId', 'objectId'] },
  'aadApp/update': { needs: ['manifestPath', 'outputFilePath'], reads: ['manifestPath'], makes: ['outputFilePath'] },
  'arm/deploy': { needs: ['subscriptionId', 'resourceGroupName', 'templates'] },
  'cli/runNpmCommand': { needs: ['args'] },
  'teamsApp/zipAppPackage': { needs: ['manifestPath', 'outputZipPath', 'outputFolder'], reads: ['manifestPath'], makes: ['outputZipPath'] },
  'teamsApp/validateAppPackage': { needs: ['appPackagePath'], reads: ['appPackagePath'] },
  'teamsApp/update': { needs: ['appPackagePath'], reads: ['appPackagePath'] },
  'teamsApp/publishAppPackage': { needs: ['appPackagePath'], writes: ['publishedAppId'], reads: ['appPackagePath'] },
  'azureAppService/zipDeploy': { needs: ['artifactFolder', 'resourceId'] },
}
/** The steps without which an environment is not complete. */
const EXPECTED: Record<(typeof STAGES)[number], string[]> = {
  provision: [
    'teamsApp/create',
    'aadApp/create',
    'arm/deploy',
    'aadApp/update',
    'teamsApp/zipAppPackage',
    'teamsApp/validateAppPackage',
    'teamsApp/update',
  ],
  deploy: ['cli/runNpmCommand', 'azureAppService/zipDeploy'],
  publish: ['teamsApp/zipAppPackage', 'teamsApp/validateAppPackage', 'teamsApp/publishAppPackage'],
}
// The tool sets the first itself, asks for the next two when they are empty, and makes up the last in aadApp/update.
const BUILT_IN = ['TEAMSFX_ENV', 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME']
const MADE_WHILE_USED: Record<string, string[]> = { 'aadApp/update': ['AAD_APP_ACCESS_AS_USER_PERMISSION_ID'] }

/** Sentences about what would fail when the toolkit ran the file; none when it would find everything. */
export const checkLifecycle = (project: Project, around: Around): string[] => {
  const versionFits = /^v1\.(8|9|1[0-9])$/.test(project.version)
  const problems = versionFits ? [] : [`version is ${project.version}: use v1.8 or newer.`]
  if (project.environmentFolderPath !== './infra/env') problems.push('environmentFolderPath must be ./infra/env.')
  const known = new Set([...around.env.set, ...BUILT_IN])
  for (const stage of STAGES) {
    const steps = project[stage] ?? []
    const used = steps.map((step) => step.uses)
    problems.push(...EXPECTED[stage].filter((action) => !used.includes(action)).map((action) => `${stage} lacks the step ${action}.`))
    const made = new Set<string>()
    for (const step of steps)
      problems.push(...checkStep(step, known, made, around).map((sentence) => `${stage}, ${step.uses}: ${sentence}`))
  }
  return problems
}

const checkStep = (step: Step, known: Set<string>, made: Set<string>, around: Around): string[] => {
  const action = ACTIONS[step.uses]
  if (action === undefined) return ['this action is not known here; add it to lifecycle.ts with what it needs.']
  const input = step.with ?? {}
  const problems = action.needs.filter((name) => input[name] === undefined).map((name) => `${name} is missing.`)
  const written = step.writeToEnvironmentFile ?? {}
  problems.push(...(action.writes ?? []).filter((name) => !written[name]).map((name) => `${name} is not written to the environment file.`))
  if (input.generateClientSecret === true) problems.push('it would make a client secret, which nobody needs.')

  const templates = Array.isArray(input.templates) ? (input.templates as { path: string; parameters: string }[]) : []
  const files = [
    ...(action.reads ?? []).map((name) => String(input[name])),
    ...templates.flatMap(({ path, parameters }) => [path, parameters]),
  ]
  const missing = files.filter((path) => !made.has(path) && !around.exists(path))
  problems.push(...missing.map((path) => `${path} is not there and no step before makes it.`))

  const filled = files.filter((path) => path.endsWith('.json') && !missing.includes(path)).map(around.read)
  const mine = MADE_WHILE_USED[step.uses] ?? []
  const names = variablesIn([JSON.stringify(input), ...filled].join('\n')).filter((name) => !known.has(name) && !mine.includes(name))
  problems.push(...names.map((name) => unknownVariable(name, around)))

  for (const name of action.makes ?? []) made.add(String(input[name]))
  const outputs = step.uses === 'arm/deploy' ? around.bicepOutputs : []
  for (const name of [...Object.values(written), ...outputs, ...mine]) known.add(name)
  return problems
}

const variablesIn = (text: string): string[] => [...new Set([...text.matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ''))]

const unknownVariable = (name: string, { env }: Around): string =>
  env.empty.includes(name)
    ? `${name} is empty in the environment file and no step before writes it.`
    : `${name} is not in the environment file and no step before writes it.`
