// The comparison of tab.paint: the same 500 rows, with what the portfolio says of each, in a plain Fluent DataGrid as its
// documentation shows it, in a tab that connects to Teams and asks for its token as the portfolio must.
import {
  createTableColumn,
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  FluentProvider,
  TableCellLayout,
  teamsLightTheme,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { connectHost } from '../../../tab/host.ts'

interface Row {
  key: string
  title: string
  area: string
  programme: { title: string } | null
  phase: string
  overall: { rating: string; trend: string | null } | null
  mainBenefit: { title: string; assessment: { achievementPercent: number | null; plannedPercent: number | null } } | null
  nextDecision: { point: string; dueOn: string | null } | null
  overdue: { title: string; dueOn: string }[]
  lastReported: { kind: string; on: string } | null
}

const column = (columnId: string, text: (row: Row) => string, under: (row: Row) => string) =>
  createTableColumn<Row>({
    columnId,
    compare: (a, b) => text(a).localeCompare(text(b)),
    renderHeaderCell: () => columnId,
    renderCell: (row) => <TableCellLayout description={under(row)}>{text(row)}</TableCellLayout>,
  })

const percent = (share: number | null | undefined) => (share == null ? '' : `${Math.round(share)} %`)

const COLUMNS = [
  column(
    'Prosjekt',
    (row) => row.title,
    (row) => row.programme?.title ?? row.area,
  ),
  column(
    'Fase',
    (row) => row.phase,
    () => '',
  ),
  column(
    'Status',
    (row) => row.overall?.rating ?? '',
    (row) => row.overall?.trend ?? '',
  ),
  column(
    'Hovedgevinst',
    (row) => `${percent(row.mainBenefit?.assessment.achievementPercent)} ${percent(row.mainBenefit?.assessment.plannedPercent)}`,
    (row) => row.mainBenefit?.title ?? '',
  ),
  column(
    'Neste beslutning',
    (row) => row.nextDecision?.point ?? '',
    (row) => row.nextDecision?.dueOn ?? '',
  ),
  column(
    'Forfalt',
    (row) => `${row.overdue.length} ${row.overdue[0]?.title ?? ''}`,
    (row) => row.overdue[0]?.dueOn ?? '',
  ),
  column(
    'Rapportert',
    (row) => row.lastReported?.on ?? '',
    (row) => row.lastReported?.kind ?? '',
  ),
]

function Portfolio() {
  const [rows, setRows] = useState<Row[]>([])
  useEffect(() => {
    readRows().then(setRows)
  }, [])
  return (
    <DataGrid items={rows} columns={COLUMNS} sortable getRowId={(row: Row) => row.key}>
      <DataGridHeader>
        <DataGridRow>{({ renderHeaderCell }) => <DataGridHeaderCell>{renderHeaderCell()}</DataGridHeaderCell>}</DataGridRow>
      </DataGridHeader>
      <DataGridBody<Row>>
        {({ item, rowId }) => (
          <DataGridRow<Row> key={rowId}>{({ renderCell }) => <DataGridCell>{renderCell(item)}</DataGridCell>}</DataGridRow>
        )}
      </DataGridBody>
    </DataGrid>
  )
}

async function readRows(): Promise<Row[]> {
  const host = await connectHost()
  const token = await host?.token(false)
  const response = await fetch('/api/portfolio', { headers: { authorization: `Bearer ${token}` } })
  const view: { projects: Row[] } = await response.json()
  return view.projects
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <FluentProvider theme={teamsLightTheme}>
      <Portfolio />
    </FluentProvider>,
  )
}
