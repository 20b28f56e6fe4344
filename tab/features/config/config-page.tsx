import type { Language } from '#contract/codes.ts'
import type { Api } from '../../api-client.ts'
import type { Host } from '../../host.ts'
export function ConfigPage(_props: { host: Host; api: Api; language: Language }) {
  return <p>x</p>
}
