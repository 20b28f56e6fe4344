import { tabEdit } from '#contract/texts/tab-edit.ts'
import { useSay } from '../../app/session.ts'
import { mendingEdit } from './edit-links.ts'
import { EditButton } from './editing.tsx'

/** What opens the form that mends a lack of the gate; nothing for one who may not, or where no form does. */
export function MendButton({ lack, title }: { lack: Parameters<typeof mendingEdit>[0]; title: string }) {
  const say = useSay(tabEdit)
  const at = mendingEdit(lack)
  if (at === null) return null
  return (
    <EditButton at={at} label={say('mend.of', { title })}>
      {say('mend.short')}
    </EditButton>
  )
}
