import type { ListRowView, ListSummary, ListView, RequestView } from '../../../shapes.ts'
import type { GraphFault } from './presets.ts'

/** A refusal of the local world, with the code and the sentence it gave. */
export class Refusal extends Error {
  readonly code: string
  constructor(code: string, text: string) {
    super(text)
    this.code = code
  }
}

const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
  const response = await fetch(`/local/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Refusal(answer.error.code, answer.error.text)
  return answer as T
}

export type CellValue = string | number | boolean | null

export const fetchLists = (): Promise<ListSummary[]> => ask('GET', 'lists')
export const fetchList = (code: string, after: number, find: string): Promise<ListView> =>
  ask('GET', `lists/${code}?after=${after}${find.trim() === '' ? '' : `&find=${encodeURIComponent(find)}`}`)
export const addRow = (code: string): Promise<object> => ask('POST', `lists/${code}`, { fields: {} })
export const editCell = (code: string, row: ListRowView, name: string, value: CellValue): Promise<ListRowView> =>
  ask('PATCH', `lists/${code}/${row.id}`, { fields: { [name]: value }, eTag: row.eTag })
export const deleteRow = (code: string, id: string): Promise<object> => ask('DELETE', `lists/${code}/${id}`)

/** The newest requests to the list server, oldest first. */
export const fetchRequests = (last: number): Promise<RequestView[]> => ask('GET', `requests?last=${last}`)

export const fetchFaults = async (): Promise<GraphFault[]> => (await ask<{ graph: GraphFault[] }>('GET', 'faults')).graph
export const setFaults = (graph: GraphFault[]): Promise<object> => ask('POST', 'faults', { graph })
