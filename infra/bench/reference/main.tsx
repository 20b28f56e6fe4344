// The comparison of tab.paint: the same 500 rows in a plain Fluent DataGrid, as its documentation shows it.
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
  webLightTheme,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

interface Row {
  key: string
  title: string
  area: string
  phase: string
  overall: { rating: string } | null
  mainBenefit: { title: string; assessment: { achievementPercent: number | null } } | null
  nextDecision: { point: string; dueOn: string | null } | null
  overdue: unknown[]
}

const column = (columnId: string, text: (row: Row) => string) =>
  createTableColumn<Row>({
    columnId,
    compare: (a, b) => text(a).localeCompare(text(b)),
    renderHeaderCell: () => columnId,
    renderCell: (row) => <TableCellLayout>{text(row)}</TableCellLayout>,
  })

const COLUMNS = [
  column('Prosjekt', (row) => row.title),
  column('Fase', (row) => row.phase),
  column('Status', (row) => row.overall?.rating ?? ''),
  column('Hovedgevinst', (row) => `${row.mainBenefit?.title ?? ''} ${row.mainBenefit?.assessment.achievementPercent ?? ''}`),
  column('Neste beslutning', (row) => `${row.nextDecision?.point ?? ''} ${row.nextDecision?.dueOn ?? ''}`),
  column('Forfalt', (row) => String(row.overdue.length)),
  column('Område', (row) => row.area),
]

function Portfolio() {
  const [rows, setRows] = useState<Row[]>([])
  useEffect(() => {
    fetch('/api/portfolio')
      .then((response) => response.json())
      .then((view: { projects: Row[] }) => setRows(view.projects))
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

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <Portfolio />
    </FluentProvider>,
  )
}
