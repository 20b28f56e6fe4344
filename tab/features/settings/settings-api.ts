import type { ChangeRolesRequest, ChangeSettingRequest, ChangeSubscriptionRequest } from '#contract/settings-requests.ts'
import { type SettingsView, settingsView } from '#contract/settings-view.ts'
import type { Api, ApiResult } from '../../api-client.ts'

/** The routes only this page uses; each change answers with all settings as they now stand. */
export interface SettingsApi {
  change(request: ChangeSettingRequest): Promise<ApiResult<SettingsView>>
  changeRoles(request: ChangeRolesRequest): Promise<ApiResult<SettingsView>>
  changeChannel(request: ChangeSubscriptionRequest): Promise<ApiResult<SettingsView>>
}

export const settingsApi = (api: Api): SettingsApi => ({
  change: (request) => api.send(settingsView, '/api/settings', request),
  changeRoles: (request) => api.send(settingsView, '/api/settings/roles', request),
  changeChannel: (request) => api.send(settingsView, '/api/settings/channels', request),
})
